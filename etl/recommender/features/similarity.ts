import {
  ERA_WEIGHT,
  ERA_YEARS,
  type FeatureKind,
  LETTERS,
  TWIN,
  WEIGHTS,
  yearsBetween,
} from './feature-kinds.ts';

/** The content similarity of two films, 0 to 1: the cosines of the kinds with hand-set weights, plus closeness in time. */
export function contentSimilarity(cosines: Float64Array, yearA: number, yearB: number): number {
  let sum = nearInTime(yearA, yearB);
  for (let kind = 0; kind < cosines.length; kind++) sum += (WEIGHTS[kind] ?? 0) * (cosines[kind] ?? 0);
  return Math.min(1, sum / TWIN);
}

/** The share of closeness in time in the sum of the weighted cosines. */
export const nearInTime = (yearA: number, yearB: number): number =>
  ERA_WEIGHT * Math.exp(-yearsBetween(yearA, yearB) / ERA_YEARS);

/**
 * The esteem of a film, 0.1 to 1, from its votes and their mean, which is shrunk towards 6.2 with the weight of 50 votes.
 * Films with few votes keep a small weight, so they are recommended only if there is nothing better.
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
 * The weight of each kind in `labelledSimilarity`, fitted to the labels of test/etl/recommender/pairs/*-dev.tsv and rounded.
 * Exception: the written pairs have many dissimilar films of one director, so the weight of directors is the one that fits
 * the pairs from lists.
 */
const LABELLED: Readonly<Record<FeatureKind, number>> = {
  c: 1,
  d: 1.5,
  w: 0.3,
  a: 0.8,
  k: 4,
  g: 2.3,
  m: 1.1,
  n: 0.2,
  l: 0.2,
  t: 3,
};
const BY_KIND = Float64Array.from(LETTERS, (letter) => LABELLED[letter]);
const BY_AUDIENCE = 2.9;
const LABELLED_SUM = BY_KIND.reduce((sum, weight) => sum + weight, BY_AUDIENCE);

/**
 * Predicts how similar people call two films, 0 to 1, from the cosines of the kinds (the first columns of `row`, in the order
 * of LETTERS) and of their `audience`. It sums square roots: sharing a little already counts for much.
 */
export function labelledSimilarity(row: Float64Array, audience: number): number {
  let sum = BY_AUDIENCE * Math.sqrt(Math.min(1, Math.max(0, audience)));
  for (let kind = 0; kind < LETTERS.length; kind++) sum += (BY_KIND[kind] ?? 0) * Math.sqrt(row[kind] ?? 0);
  return sum / LABELLED_SUM;
}
