import type { FilmRow } from '../features/films.ts';
import type { Method } from './baselines.ts';

/** Statistics of the lists of five over the whole catalogue. */
export interface Shares {
  /** The share of films that are in some list; of films with five recommendations; of recommendations in the own collection. */
  everRecommended: number;
  withFive: number;
  ownCollection: number;
  medianVotes: number;
}

/** The statistics of the first five recommendations of every film. */
export function catalogueShares(films: readonly FilmRow[], method: Method): Shares {
  const recommended = new Set<number>();
  const votes: number[] = [];
  let withFive = 0;
  let own = 0;
  for (const [film, { collection }] of films.entries()) {
    const first = method(film).slice(0, 5);
    if (first.length === 5) withFive++;
    for (const other of first) {
      recommended.add(other);
      votes.push(films[other]?.vote_count ?? 0);
      if (collection !== 0 && films[other]?.collection === collection) own++;
    }
  }
  votes.sort((a, b) => a - b);
  return {
    everRecommended: recommended.size / films.length,
    withFive: withFive / films.length,
    ownCollection: own / Math.max(1, votes.length),
    medianVotes: votes[votes.length >> 1] ?? 0,
  };
}
