import type { Pairs } from '../features/pair-features.ts';
import type { RatingPairs } from '../features/rating-features.ts';
import { RATING_FEATURES } from '../features/rating-features.ts';
import { top } from '../top.ts';

/** How many candidates each way of finding them may name. */
const BY_CONTENT = 80;
const BY_AUDIENCE = 30;
const BY_BRIDGE = 60;

/** The features of an audience that find candidates, by their place in a row. */
const FINDERS = ['cosine of likes', 'cosine of having rated', 'cosine of stars', 'EASE, rated'].map((name) =>
  RATING_FEATURES.indexOf(name as (typeof RATING_FEATURES)[number]),
);

/** The candidates for the film in focus: near by content, what everybody knows, and what has much the same audience. */
export function findCandidates(view: Pairs, film: number, audience: readonly number[]): Set<number> {
  const near = view.near(film, BY_CONTENT);
  const found = new Set(near.map((one) => one.film));
  const lent = view.liked?.lend(near);
  if (lent !== undefined)
    for (const one of top(lent.films, (other) => lent.shares[other] as number, BY_BRIDGE))
      found.add(one.film);
  for (const other of view.wellKnown) found.add(other);
  if (view.liked !== undefined && audience.length > 0)
    for (const other of sameAudience(view.liked, audience)) found.add(other);
  found.delete(film);
  return found;
}

function* sameAudience(liked: RatingPairs, audience: readonly number[]): Generator<number> {
  const row = new Float64Array(RATING_FEATURES.length);
  const values = FINDERS.map(() => new Float64Array(audience.length));
  audience.forEach((other, at) => {
    liked.fill(other, row, 0);
    FINDERS.forEach((feature, which) => {
      (values[which] as Float64Array)[at] = row[feature] as number;
    });
  });
  for (const column of values)
    for (const { film: at } of top(column.keys(), (place) => column[place] as number, BY_AUDIENCE))
      yield audience[at] as number;
}
