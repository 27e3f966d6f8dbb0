import { type Scored, top } from '../top.ts';
import { createCoRatings } from './co-ratings.ts';
import type { People } from './people.ts';

/** At most this many neighbours contribute, each with this many films of its audience. */
const NEIGHBOURS = 12;
const FILMS_PER_NEIGHBOUR = 80;

/** The fewest ratings of a neighbour that contributes. */
const MIN_RATINGS = 5;

/** The films that the audience of the neighbours rated, and the weight of each; 0 for all other films. */
export interface NeighbourAudience {
  films: number[];
  shares: Float64Array;
}

/**
 * Ratings for a film that nobody rated, taken from its neighbours by content: the weight of another film is the mean of its
 * shrunk cosines of stars with the neighbours, weighted by their squared similarity. The film's own ratings are not used.
 */
export function createNeighbourAudience(people: People, rated: Int32Array, squares: Float64Array) {
  const coRatings = createCoRatings(people);
  const cache = new Map<number, Scored[]>();
  const prior = 0.09 * people.count;
  const audience = (film: number): Scored[] => {
    const known = cache.get(film);
    if (known !== undefined) return known;
    const { stars, touched } = coRatings(film);
    const length = (other: number) =>
      Math.sqrt(((squares[film] as number) + prior) * ((squares[other] as number) + prior));
    const found = top(touched, (other) => (stars[other] as number) / length(other), FILMS_PER_NEIGHBOUR);
    cache.set(film, found);
    return found;
  };
  const result: NeighbourAudience = { films: [], shares: new Float64Array(people.films) };
  const add = (film: number, share: number) => {
    if (result.shares[film] === 0) result.films.push(film);
    result.shares[film] = (result.shares[film] as number) + share;
  };
  /** `neighbours`: the most similar films by content. The next call overwrites the result. */
  return (neighbours: readonly Scored[]): NeighbourAudience => {
    for (const film of result.films) result.shares[film] = 0;
    result.films = [];
    const contributing = neighbours
      .filter(({ film }) => (rated[film] as number) >= MIN_RATINGS)
      .slice(0, NEIGHBOURS);
    const whole = contributing.reduce((sum, { score }) => sum + score * score, 0);
    for (const { film, score } of contributing) {
      const weight = (score * score) / whole;
      add(film, weight);
      for (const pair of audience(film)) add(pair.film, weight * pair.score);
    }
    return result;
  };
}
