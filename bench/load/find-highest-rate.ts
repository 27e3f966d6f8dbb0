/** The outcome of an attempt at a rate: sustained, not sustained, or invalid because the sender was too slow. */
export type Verdict = 'sustained' | 'failed' | 'invalid';

export interface HighestRate {
  /** The highest rate that was sustained: 0 if none was. */
  rate: number;
  /** The lowest rate above it that was not sustained, and why. */
  limit: number;
  reason: Exclude<Verdict, 'sustained'>;
}

/**
 * Finds the highest whole rate that is sustained. Doubles the rate from `from` until an attempt fails, then bisects
 * geometrically until `rate` and `limit` are within `within` of each other (0.05: 5 %). A rate fails after `tries`
 * attempts without success.
 */
export async function findHighestRate(
  attempt: (rate: number) => Promise<Verdict>,
  { from, within, tries }: { from: number; within: number; tries: number },
): Promise<HighestRate> {
  const tryRate = async (rate: number): Promise<Verdict> => {
    let verdict: Verdict = 'invalid';
    for (let time = 0; time < tries && verdict !== 'sustained'; time++) verdict = await attempt(rate);
    return verdict;
  };
  let [rate, next] = [0, from];
  let verdict = await tryRate(next);
  while (verdict === 'sustained') {
    rate = next;
    next *= 2;
    verdict = await tryRate(next);
  }
  let found: HighestRate = { rate, limit: next, reason: verdict };
  while (found.rate > 0 && found.limit > found.rate * (1 + within)) {
    const middle = Math.round(Math.sqrt(found.rate * found.limit));
    if (middle === found.rate || middle === found.limit) break;
    verdict = await tryRate(middle);
    found =
      verdict === 'sustained' ? { ...found, rate: middle } : { ...found, limit: middle, reason: verdict };
  }
  return found;
}
