import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Language } from '../contract/call.ts';
import type { Candidate } from '../replies/ask-which.ts';
import type { Fitting, Found } from '../search/find.ts';
import type { EntityKind } from '../search/kind.ts';
import { FITS, type Fit } from '../search/score.ts';
import type { LookupWords } from '../text/lookup.ts';
import { text } from '../text/text.ts';

/** The contents of a label of autocomplete: the names that its entity may have, and the year of a film. */
export interface ReadLabel {
  names: string[];
  year: number | undefined;
}

/** How one kind of entity is looked up by a command: which of them, and the sentences about them. */
export interface LookupKind<Label extends { id: number }> {
  readonly entity: EntityKind<Label>;
  /** Bits that an entity must have in `flags`. */
  readonly requiredFlags: number;
  /** The label of a suggestion, at most 100 characters. */
  label(match: Label, language: Language): string;
  /** The name alone, at most 100 characters: the label while a question is open. */
  nameLabel(match: Label, language: Language): string;
  /** Reads either label; undefined if the text cannot be one. */
  readLabel(typed: string): ReadLabel | undefined;
  yearOf(match: Label): number | undefined;
  /** A match in a question or a suggestion. */
  candidate(match: Found<Label>, language: Language): Candidate;
  /** Its sentences in `src/text/lookup.ts`. */
  readonly words: LookupWords;
}

export interface MatchOptions {
  /** Whether adult entities may be found. */
  adult: boolean;
  /** As Wanted. */
  best?: boolean;
  limit?: number;
}

/**
 * Reads "#949", the value of a suggestion, or a label that ends in it ("Heat (1995) · #949"); undefined for free text. Ids
 * of our own are negative and have up to ten digits.
 */
export function readId(typed: string): number | undefined {
  const id = Number(/(?:^| · )#(-?\d{1,10})$/u.exec(typed.trim())?.[1]);
  return Math.abs(id) <= 2 ** 31 ? id : undefined;
}

/** Matches of a name or an id, best first. An empty text matches the most popular entities. Reads no table. */
export function matchName<Label extends { id: number }>(
  { entity, requiredFlags }: LookupKind<Label>,
  { find }: Pick<Snapshot, 'find'>,
  typed: string,
  { adult, best, limit = 25 }: MatchOptions,
): Promise<Found<Label>[]> {
  const without = adult ? 0 : entity.adultFlag;
  return find(entity, typed, { id: readId(typed), need: requiredFlags, without, best, limit });
}

/** The most namesakes among which the entity of a label is searched. */
const MOST_NAMESAKES = 100;

const LANGUAGES = Object.keys(text) as Language[];

/**
 * Matches of a label of autocomplete: a client may send a choice's name in place of its value. After a change of the data
 * the label may be outdated, so the name (and a film's year) suffice. Empty if the text is not a label.
 */
async function matchLabel<Label extends { id: number }>(
  kind: LookupKind<Label>,
  catalogue: Pick<Snapshot, 'find'>,
  typed: string,
  adult: boolean,
): Promise<Found<Label>[]> {
  const label = kind.readLabel(typed);
  if (label === undefined) return [];
  const found = await Promise.all(
    label.names.map((name) => matchName(kind, catalogue, name, { adult, limit: MOST_NAMESAKES })),
  );
  const all = found.flat();
  const isTyped = (one: string) => one.trim() === typed.trim();
  const matches = [
    all.filter((match) => LANGUAGES.some((language) => isTyped(kind.label(match, language)))),
    all.filter((match) => LANGUAGES.some((language) => isTyped(kind.nameLabel(match, language)))),
    all.filter((match) => isWhole(match.fit) && kind.yearOf(match) === label.year),
  ].find((list) => list.length > 0);
  return uniqueById((matches ?? []).map((match) => ({ ...match, fit: 'same', sure: true })));
}

/** Matches of a text, be it free text, an id or a label of autocomplete; at most 25, best first. */
export async function match<Label extends { id: number }>(
  kind: LookupKind<Label>,
  catalogue: Pick<Snapshot, 'find'>,
  typed: string,
  options: Omit<MatchOptions, 'limit'>,
): Promise<Found<Label>[]> {
  // A label that ends in an id names exactly one entity.
  const labelled = readId(typed) === undefined ? await matchLabel(kind, catalogue, typed, options.adult) : [];
  return labelled.length > 0 ? labelled : matchName(kind, catalogue, typed, options);
}

const uniqueById = <Match extends { id: number }>(matches: readonly Match[]): Match[] =>
  [...new Map(matches.map((one) => [one.id, one])).values()].slice(0, 25);

/** A label that is nothing but a name, cut off because it was too long; undefined if it was not cut off. */
export const cutOffName = (typed: string) => (typed.trim().endsWith('…') ? typed.trim() : undefined);

/** Reads a label "Name · hint", or a name that was cut off. */
export function readNameLabel(typed: string): ReadLabel | undefined {
  const end = typed.indexOf(' · ');
  const name = end < 0 ? cutOffName(typed) : typed.slice(0, end);
  return name === undefined ? undefined : { names: [withoutDots(name)], year: undefined };
}

export const withoutDots = (name: string) => name.replace(/…$/u, '').trim();

/** A decisive difference in fame: seven times the votes for films, ten times for people. */
const DECISIVE = 0.2;

/** The same against a less known match whose whole name was typed. */
const DECISIVE_OVER_WHOLE = 0.35;

/**
 * Chooses among matches in the order of autocomplete. One: the lookup answers with it. Several: it asks which one. None: it
 * only suggests. The first match is always among them; further ones fit as well, or less well but are decisively better
 * known. The first match alone is chosen if it is decisively better known than these and none of them is a whole name.
 */
export function chooseMatches<Match extends Fitting>(matches: readonly Match[]): Match[] {
  const [first, ...others] = matches;
  if (first === undefined) return [];
  const decisiveFame = first.fame + (isWhole(first.fit) ? DECISIVE_OVER_WHOLE : DECISIVE);
  const peers = others.filter(
    ({ fit, sure, fame }) =>
      rankOf(fit) <= rankOf(first.fit) || (sure && fit !== 'typo' && fame >= decisiveFame),
  );
  const chosen = [first, ...peers];
  if (!chosen.some(({ sure }) => sure)) return [];
  const isDecisive = peers.every(({ fit, fame }) => !isWhole(fit) && first.fame - fame >= DECISIVE);
  return first.sure && isDecisive ? [first] : chosen;
}

const rankOf = (fit: Fit) => FITS.indexOf(fit);

/** Whether the typed text is a whole name. */
export const isWhole = (fit: Fit) => fit === 'same' || fit === 'exact';
