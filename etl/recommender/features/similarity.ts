import {
  ERA_WEIGHT,
  ERA_YEARS,
  type FeatureKind,
  LETTERS,
  TWIN,
  WEIGHTS,
  yearsBetween,
} from './feature-kinds.ts';

/**
 * How alike two films are by what they are made of, 0 to 1: the cosines of the kinds under the weights set by hand, and
 * how near they are in time.
 */
export function contentSimilarity(cosines: Float64Array, yearA: number, yearB: number): number {
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
 * How much each kind, and the same people liking both, speaks for a person calling two films alike: fitted to
 * test/etl/recommender/pairs/*-dev.tsv and rounded, but for directors: traps of one director are many there, so they
 * weigh what suits the pairs from lists. What a film is about says most.
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
 * How alike a person would call two films, 0 to 1: the cosines of the kinds (in the order of LETTERS, at the head of
 * `row`) and that of their `audience`. Roots are summed, for a little in common is already much.
 */
export function resemblance(row: Float64Array, audience: number): number {
  let sum = BY_AUDIENCE * Math.sqrt(Math.min(1, Math.max(0, audience)));
  for (let kind = 0; kind < LETTERS.length; kind++) sum += (BY_KIND[kind] ?? 0) * Math.sqrt(row[kind] ?? 0);
  return sum / LABELLED_SUM;
}
