import type { People } from './people.ts';
import { createTogether } from './together.ts';
import { type Scored, top } from './top.ts';

/** How many films near by content lend their audience, how many films of each audience count. */
const LENDERS = 12;
const LENT = 80;

/** A film needs this many ratings to lend its audience. */
const ENOUGH = 5;

/**
 * What people say of a film that nobody rated, through the films near it: for each other film the mean, weighed by
 * nearness, of the shrunk cosine of stars between it and the films near. The film's own ratings are not used.
 */
export function createBridge(people: People, rated: Int32Array, squares: Float64Array) {
  const together = createTogether(people);
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
  /** `near` is the films near one film by content; gives the films that people who saw those saw. */
  return (near: readonly Scored[]): Map<number, number> => {
    const sums = new Map<number, number>();
    let whole = 0;
    const lenders = near.filter(({ film }) => (rated[film] as number) >= ENOUGH).slice(0, LENDERS);
    for (const { film, score } of lenders) {
      const weight = score * score;
      whole += weight;
      sums.set(film, (sums.get(film) ?? 0) + weight);
      for (const pair of audience(film))
        sums.set(pair.film, (sums.get(pair.film) ?? 0) + weight * pair.score);
    }
    for (const [film, sum] of sums) sums.set(film, sum / whole);
    return sums;
  };
}
