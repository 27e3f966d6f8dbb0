import { ERA_WEIGHT, ERA_YEARS, type Kind, LETTERS, TWIN, WEIGHTS, yearsBetween } from './kinds.ts';

/**
 * How alike two films are by what they are made of, 0 to 1: the cosines of the kinds under the weights set by hand, and
 * how near they are in time.
 */
export function alike(cosines: Float64Array, yearA: number, yearB: number): number {
  let sum = nearInTime(yearA, yearB);
  for (let kind = 0; kind < cosines.length; kind++) sum += (WEIGHTS[kind] ?? 0) * (cosines[kind] ?? 0);
  return Math.min(1, sum / TWIN);
}

/** What nearness in time adds to the sum of the weighted cosines. */
export const nearInTime = (yearA: number, yearB: number): number =>
  ERA_WEIGHT * Math.exp(-yearsBetween(yearA, yearB) / ERA_YEARS);

/**
 * How far votes and their mean speak for a film, 0.1 to 1: the mean is drawn to 6.2 by 50 votes' weight, and a film
 * nobody voted for is a pick only where nothing better is at hand: the floor of votes bends.
 */
export function esteem({
  vote_count: votes,
  vote_average: mean,
}: {
  vote_count: number;
  vote_average: number;
}): number {
  const weighted = (votes * mean + 50 * 6.2) / (votes + 50);
  const known = Math.min(1, Math.log1p(votes) / Math.log1p(3000));
  return 0.1 + 0.6 * known + 0.3 * Math.min(1, Math.max(0, (weighted - 4) / 4));
}

/**
 * The weights under which labelled pairs are told apart best, chosen on test/etl/recommender/pairs/dev.tsv: what a film
 * is about and its genres say more of likeness than who made it.
 */
const LABELLED: Readonly<Record<Kind, number>> = {
  c: 1,
  d: 0.25,
  w: 0.125,
  a: 0.15,
  k: 1.5,
  g: 1.5,
  m: 0.15,
  n: 0.1,
  l: 0.1,
  t: 1.5,
};
const LABELLED_ERA = 0.1;
const LABELLED_LIFT = 0.15;

/** Of lift this much counts in full. */
const HIGH_LIFT = 2;

const LABELLED_SUM = LETTERS.reduce((sum, letter) => sum + LABELLED[letter], LABELLED_ERA + LABELLED_LIFT);

/**
 * How alike a person would call two films, 0 to 1: the cosines of the kinds (in the order of LETTERS, at the head of
 * `row`), nearness in time and `lift`, how much more often the same people like both than by chance.
 */
export function resemblance(row: Float64Array, yearA: number, yearB: number, lift: number): number {
  const near = (LABELLED_ERA / ERA_WEIGHT) * nearInTime(yearA, yearB);
  const liked = LABELLED_LIFT * Math.min(1, Math.max(0, lift / HIGH_LIFT));
  return (
    LETTERS.reduce((sum, letter, kind) => sum + LABELLED[letter] * (row[kind] ?? 0), near + liked) /
    LABELLED_SUM
  );
}
