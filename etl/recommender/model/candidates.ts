import type { Pairs } from '../features/pair-features.ts';
import type { RatingPairs } from '../features/rating-features.ts';
import { RATING_FEATURES } from '../features/rating-features.ts';
import { top } from '../top.ts';

/** The most candidates from each source. */
const BY_CONTENT = 80;
const BY_AUDIENCE = 30;
const BY_NEIGHBOURS = 60;

/** The rating features that find candidates, by their index in a row. */
const FINDERS = ['cosine of likes', 'cosine of having rated', 'cosine of stars', 'EASE, rated'].map((name) =>
  RATING_FEATURES.indexOf(name as (typeof RATING_FEATURES)[number]),
);

/**
 * The candidates for the film in focus: similar by content, rated by the audience of its neighbours, well known, or with a
 * similar audience.
 */
export function findCandidates(view: Pairs, film: number, audience: readonly number[]): Set<number> {
  const neighbours = view.near(film, BY_CONTENT);
  const found = new Set(neighbours.map((neighbour) => neighbour.film));
  const neighbourAudience = view.ratings?.setNeighbours(neighbours);
  if (neighbourAudience !== undefined) {
    const { films, shares } = neighbourAudience;
    for (const one of top(films, (other) => shares[other] as number, BY_NEIGHBOURS)) found.add(one.film);
  }
  for (const other of view.wellKnown) found.add(other);
  if (view.ratings !== undefined && audience.length > 0)
    for (const other of withSimilarAudience(view.ratings, audience)) found.add(other);
  found.delete(film);
  return found;
}

function* withSimilarAudience(ratings: RatingPairs, audience: readonly number[]): Generator<number> {
  const row = new Float64Array(RATING_FEATURES.length);
  const values = FINDERS.map(() => new Float64Array(audience.length));
  audience.forEach((other, at) => {
    ratings.fill(other, row, 0);
    FINDERS.forEach((feature, index) => {
      (values[index] as Float64Array)[at] = row[feature] as number;
    });
  });
  for (const column of values)
    for (const { film: at } of top(column.keys(), (place) => column[place] as number, BY_AUDIENCE))
      yield audience[at] as number;
}
