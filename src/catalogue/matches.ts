import { FITS, type Fit } from '../search/search.ts';

/** Reads "#949", the value of a suggestion; undefined for free text. Made ids are negative, of up to ten digits. */
export function readId(typed: string): number | undefined {
  const id = Number(/^#(-?\d{1,10})$/u.exec(typed.trim())?.[1]);
  return Math.abs(id) <= 2 ** 31 ? id : undefined;
}

/** The matches of the best fit: one of them is the one meant, several need asking, none means that nothing fits. */
export function bestFit<Match extends { fit: Fit }>(matches: readonly Match[]): Match[] {
  const best = FITS.find((fit) => fit !== 'near' && matches.some((match) => match.fit === fit));
  return matches.filter((match) => match.fit === best);
}
