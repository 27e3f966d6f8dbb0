import type { SearchIndex } from './build-index.ts';
import { createCandidates } from './candidates.ts';
import type { Scoring } from './kind.ts';
import { type Query, readQuery } from './query.ts';
import { FITS, type Fit, type Scored, scoreEntry } from './score.ts';
import { entriesWithName, entriesWithoutArticle } from './whole-names.ts';

/** How well a name fits the typed text. */
export interface Fitting {
  fit: Fit;
  /** Whether the typed text can only mean this, unless another name fits as well. */
  sure: boolean;
  /** ln(1 + votes), scaled to 0..1. */
  fame: number;
}

/** A match: the label of an entity, and how well it fits. */
export type Found<Label> = Label & Fitting;

/** Which matches a search returns. */
export interface Wanted {
  /** Bits that a doc must have. */
  need?: number;
  /** Bits that a doc must not have. */
  without?: number;
  /** Only the entity with this id; the typed text is ignored. */
  id?: number | undefined;
  /**
   * If a name is `same`, return only whole names: a lookup needs no others, and this is faster. Ignored if one plain word was
   * typed, because it may be a part of a better-known name.
   */
  best?: boolean | undefined;
  limit: number;
}

/** Makes the label of a doc. */
export type LabelOf<Label> = (doc: number) => Label;

/** The worst fit without a typo. */
const BEGINS = FITS.indexOf('begins');

const NEAR = FITS.indexOf('near');

const SAME = FITS.indexOf('same');

/**
 * Makes the search over an index. It returns labels, best first. Typos are considered only if no name explains the whole
 * typed text without them, and `near` matches are returned only if there are no others. An empty text matches the most
 * popular entities.
 */
export function createFind<Label>(index: SearchIndex, labelOf: LabelOf<Label>, scoring: Scoring) {
  const candidates = createCandidates(index);
  const show = (doc: number, fit: Fit, sure = true): Found<Label> => ({
    ...labelOf(doc),
    fit,
    sure,
    fame: index.fame[doc] ?? 0,
  });
  const { titles } = scoring;

  const rank = (query: Query, entries: Iterable<number>, wanted: Wanted): Ranked[] => {
    const best = new Map<number, Scored>();
    const isWanted = wantedIn(index, wanted);
    for (const entry of entries) {
      const doc = index.entryDoc[entry] ?? 0;
      if (!isWanted(doc)) continue;
      const scored = scoreEntry(index, query, entry, scoring);
      const known = best.get(doc);
      if (known === undefined) {
        best.set(doc, scored);
        continue;
      }
      known.score = Math.max(known.score, scored.score);
      known.fit = Math.min(known.fit, scored.fit);
      known.sure ||= scored.sure;
    }
    return [...best].sort(([a, x], [b, y]) => y.score - x.score || a - b);
  };
  const search = (query: Query, wanted: Wanted) =>
    rank(query, candidates(query, wantedIn(index, wanted)), wanted);

  /** Whole names if one of them is `same`, else nothing. */
  const wholeNames = (query: Query, wanted: Wanted): Ranked[] => {
    const isPlain = query.written === query.folded || !titles;
    const isWord = isPlain && !query.bare.includes(' ');
    if (wanted.best !== true || isWord || query.year !== 0) return [];
    const exact = entriesWithName(index, query);
    const isSame = ([, { fit }]: Ranked) => fit === SAME;
    if (!rank(query, exact, wanted).some(isSame)) return [];
    return rank(query, new Set([...exact, ...(titles ? entriesWithoutArticle(index, query) : [])]), wanted);
  };

  const ranked = (typed: string, wanted: Wanted): Ranked[] => {
    const query = readQuery(index, typed, { typos: false, titles });
    const whole = wholeNames(query, wanted);
    if (whole.length > 0) return whole;
    const plain = search(query, wanted);
    if (plain.some(([, { fit }]) => fit <= BEGINS)) return plain;
    return search(readQuery(index, typed, { typos: true, titles }), wanted);
  };

  return (typed: string, wanted: Wanted): Found<Label>[] => {
    if (wanted.id !== undefined) return withId(index, wanted.id, wanted).map((doc) => show(doc, 'exact'));
    if (typed.trim() === '') return mostPopular(index, wanted).map((doc) => show(doc, 'begins'));
    const all = ranked(typed, wanted);
    const meant = all.filter(([, { fit }]) => fit < NEAR);
    return (meant.length > 0 ? meant : all)
      .slice(0, wanted.limit)
      .map(([doc, { fit, sure }]) => show(doc, FITS[fit] ?? 'near', sure));
  };
}

export type Find<Label> = ReturnType<typeof createFind<Label>>;

type Ranked = [doc: number, scored: Scored];

function wantedIn({ flags }: SearchIndex, { need = 0, without = 0 }: Wanted): (doc: number) => boolean {
  return (doc) => ((flags[doc] ?? 0) & need) === need && ((flags[doc] ?? 0) & without) === 0;
}

function withId(index: SearchIndex, id: number, wanted: Wanted): number[] {
  const doc = index.ids.indexOf(id);
  return doc >= 0 && wantedIn(index, wanted)(doc) ? [doc] : [];
}

function mostPopular(index: SearchIndex, wanted: Wanted): number[] {
  const isWanted = wantedIn(index, wanted);
  const docs: number[] = [];
  for (let doc = 0; doc < index.ids.length && docs.length < wanted.limit; doc++) {
    if (isWanted(doc)) docs.push(doc);
  }
  return docs;
}
