/** How much esteem counts in the score: chosen with the weights of the kinds, between 0.4 (obscurer lists) and 0.7. */
const POWER = 0.6;

/**
 * The esteem of a film, 0.1 to 1, from its votes and their mean, which is shrunk towards 6.2 with the weight of 50 votes; to
 * the power of 0.6. Films with few votes keep a small weight, so they are recommended only if there is nothing better.
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
  return (0.1 + 0.6 * known + 0.3 * Math.min(1, Math.max(0, (weighted - 4) / 4))) ** POWER;
}
