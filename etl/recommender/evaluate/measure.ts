import type { People } from '../features/people.ts';
import { createRelevance, gain, idealGain } from './relevance.ts';

/** Mean nDCG@5 by both measures over the query films. */
export interface Measured {
  coLike: number;
  lift: number;
  films: number;
}

/** The fewest likes of a query film among the test people. */
const MIN_LIKES = 20;

/** A query film, and the relevance of every other film to it. */
export interface Query {
  film: number;
  coLike: ReadonlyMap<number, number>;
  lift: ReadonlyMap<number, number>;
  bestCoLike: number;
  bestLift: number;
}

/** The query films: every film with `minLikes` likes or more among the test people. */
export function makeQueries(people: People, minLikes = MIN_LIKES): Query[] {
  const { likes, of } = createRelevance(people);
  const queries = [...likes.keys()].filter((film) => (likes[film] ?? 0) >= minLikes);
  return queries.map((film) => {
    const { films, coLike, lift } = of(film);
    return {
      film,
      coLike: new Map(films.map((other, at) => [other, coLike[at] ?? 0])),
      lift: new Map(films.map((other, at) => [other, lift[at] ?? 0])),
      bestCoLike: idealGain(coLike),
      bestLift: idealGain(lift),
    };
  });
}

/** Means over the queries that have a relevant film. `recommend` returns the films for one film, best first. */
export function measure(queries: readonly Query[], recommend: (film: number) => readonly number[]): Measured {
  const coLikes: number[] = [];
  const lifts: number[] = [];
  for (const { film, coLike, lift, bestCoLike, bestLift } of queries) {
    const first = recommend(film).slice(0, 5);
    if (bestCoLike > 0) coLikes.push(gain(first.map((other) => coLike.get(other) ?? 0)) / bestCoLike);
    if (bestLift > 0) lifts.push(gain(first.map((other) => lift.get(other) ?? 0)) / bestLift);
  }
  return { coLike: mean(coLikes), lift: mean(lifts), films: queries.length };
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
