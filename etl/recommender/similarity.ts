import { ERA_WEIGHT, ERA_YEARS, TWIN, WEIGHTS, yearsBetween } from './kinds.ts';

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
