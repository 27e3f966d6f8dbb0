import { type Scored, top } from '../top.ts';
import { createCoRatings } from './co-ratings.ts';
import type { People } from './people.ts';

/** How many films near by content lend their audience, how many films of each audience count. */
const LENDERS = 12;
const LENT = 80;

/** A film needs this many ratings to lend its audience. */
const ENOUGH = 5;

/** The films that people saw who saw the films near, and how much those share of an audience; 0 for all others. */
export interface NeighbourAudience {
  films: number[];
  shares: Float64Array;
}

/**
 * What people say of a film that nobody rated, through the films near it: for each other film the mean, weighed by
 * nearness, of the shrunk cosine of stars between it and the films near. The film's own ratings are not used.
 */
export function createNeighbourAudience(people: People, rated: Int32Array, squares: Float64Array) {
  const together = createCoRatings(people);
  const cache = new Map<number, Scored[]>();
  const prior = 0.09 * people.count;
  const audience = (film: number): Scored[] => {
    const known = cache.get(film);
    if (known !== undefined) return known;
    const { stars, touched } = together(film);
    const length = (other: number) =>
      Math.sqrt(((squares[film] as number) + prior) * ((squares[other] as number) + prior));
    const found = top(touched, (other) => (stars[other] as number) / length(other), LENT);
    cache.set(film, found);
    return found;
  };
  const lent: NeighbourAudience = { films: [], shares: new Float64Array(people.films) };
  const add = (film: number, share: number) => {
    if (lent.shares[film] === 0) lent.films.push(film);
    lent.shares[film] = (lent.shares[film] as number) + share;
  };
  /** `near` is the films near one film by content; what comes back is overwritten by the next call. */
  return (near: readonly Scored[]): NeighbourAudience => {
    for (const film of lent.films) lent.shares[film] = 0;
    lent.films = [];
    const lenders = near.filter(({ film }) => (rated[film] as number) >= ENOUGH).slice(0, LENDERS);
    const whole = lenders.reduce((sum, { score }) => sum + score * score, 0);
    for (const { film, score } of lenders) {
      const weight = (score * score) / whole;
      add(film, weight);
      for (const pair of audience(film)) add(pair.film, weight * pair.score);
    }
    return lent;
  };
}
