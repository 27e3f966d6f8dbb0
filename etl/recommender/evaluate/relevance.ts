import { createCoRatings } from '../features/co-ratings.ts';
import { countRatings, type People } from '../features/people.ts';

/** The films that people who like a film also like, and the relevance of each by both measures. */
export interface Relevant {
  films: number[];
  /** co-likes / sqrt(likes x likes), from 3 co-likes up. */
  coLike: number[];
  /** max(0, ln(co-likes x people / (likes x likes))) x sqrt(co-likes / (co-likes + 5)), from 5 co-likes up. */
  lift: number[];
}

/** The fewest co-likes of a relevant film, by measure. */
export interface Floors {
  coLike: number;
  lift: number;
}

/** Returns a function that gives the relevant films of one film by the likes of `people`; a like is 4 stars or more. */
export function createRelevance(people: People, floors: Floors = { coLike: 3, lift: 5 }) {
  const likes = countRatings(people);
  const coRatings = createCoRatings(people);
  const of = (film: number): Relevant => {
    const { likes: both, touched } = coRatings(film);
    const relevant: Relevant = { films: [], coLike: [], lift: [] };
    for (const other of touched) {
      const count = both[other] as number;
      if (count < Math.min(floors.coLike, floors.lift)) continue;
      const product = (likes[film] as number) * (likes[other] as number);
      const lift = Math.max(0, Math.log((count * people.count) / product)) * Math.sqrt(count / (count + 5));
      relevant.films.push(other);
      relevant.coLike.push(count >= floors.coLike ? count / Math.sqrt(product) : 0);
      relevant.lift.push(count >= floors.lift ? lift : 0);
    }
    return relevant;
  };
  return { likes, of };
}

/** The discounts of the first five ranks: 1 / log2(rank + 1). */
export const DISCOUNTS = [1, 2, 3, 4, 5].map((rank) => 1 / Math.log2(rank + 1));

/** Discounted cumulative gain of the first five (Järvelin and Kekäläinen, 2002). */
export const gain = (values: readonly number[]): number =>
  DISCOUNTS.reduce((sum, discount, place) => sum + discount * (values[place] ?? 0), 0);

/** The gain of the ideal five: the denominator of nDCG@5. */
export const idealGain = (values: readonly number[]): number =>
  gain([...values].sort((a, b) => b - a).slice(0, DISCOUNTS.length));
