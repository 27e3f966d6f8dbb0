import type { FilmRow } from '../features/films.ts';
import type { Method } from './baselines.ts';

/** What lists of five look like over the whole catalogue. */
export interface Shares {
  /** Share of the catalogue that is in some list; share of films with five picks; share of picks of the own collection. */
  everPicked: number;
  withFive: number;
  ownCollection: number;
  medianVotes: number;
}

/** Looks at the first five picks of every film. */
export function catalogueShares(films: readonly FilmRow[], method: Method): Shares {
  const picked = new Set<number>();
  const votes: number[] = [];
  let withFive = 0;
  let own = 0;
  for (const [film, { collection }] of films.entries()) {
    const picks = method(film).slice(0, 5);
    if (picks.length === 5) withFive++;
    for (const other of picks) {
      picked.add(other);
      votes.push(films[other]?.vote_count ?? 0);
      if (collection !== 0 && films[other]?.collection === collection) own++;
    }
  }
  votes.sort((a, b) => a - b);
  return {
    everPicked: picked.size / films.length,
    withFive: withFive / films.length,
    ownCollection: own / Math.max(1, votes.length),
    medianVotes: votes[votes.length >> 1] ?? 0,
  };
}
