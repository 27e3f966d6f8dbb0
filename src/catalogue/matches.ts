import { fold } from '../lib/fold.ts';

/** How a name fits what was typed, best first. Matches of one fit come most popular first. */
export const FITS = ['exact', 'prefix', 'word', 'typo'] as const;
export type Fit = (typeof FITS)[number];

/** What a person typed, prepared for the match queries. */
export interface Typed {
  folded: string;
  squashed: string;
  /** How many letters may be wrong. */
  typos: number;
  /** A year at the end ("heat 1995"), else 0. */
  year: number;
  /** The words before that year. */
  before: string;
}

/** Folds what was typed and takes it apart. `typed` may be anything a keyboard can send. */
export function readTyped(typed: string): Typed {
  const folded = fold(typed.slice(0, 200));
  const hint = /^(?<before>.+) (?<year>(?:18|19|20)\d\d)$/u.exec(folded)?.groups;
  const squashed = folded.replaceAll(' ', '');
  return {
    folded,
    squashed,
    typos: squashed.length < 4 ? 0 : squashed.length < 8 ? 1 : 2,
    year: Number(hint?.year ?? 0),
    before: hint?.before ?? folded,
  };
}

/** Reads "#949", the value of a suggestion; undefined for free text. */
export function readId(typed: string): number | undefined {
  const match = /^#(-?\d{1,9})$/u.exec(typed.trim());
  return match === null ? undefined : Number(match[1]);
}

/** The matches of the best fit: one of them is the one meant, several need asking. */
export function bestFit<Match extends { fit: Fit }>(matches: readonly Match[]): Match[] {
  const best = FITS.find((fit) => matches.some((match) => match.fit === fit));
  return matches.filter((match) => match.fit === best);
}
