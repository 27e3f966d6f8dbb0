import { LRUCache } from 'lru-cache';

/**
 * One token bucket a key: `capacity` tokens, refilled at `perSecond`. The buckets of the 10,000 most recent keys are
 * kept. `take` gives 0 when it took `cost` tokens, else the seconds until they will be there, and takes none.
 */
export function createTokenBuckets({
  capacity,
  perSecond,
  clock,
}: {
  capacity: number;
  perSecond: number;
  clock: () => number;
}) {
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: 10_000 });
  return {
    take(key: string, cost = 1): number {
      const now = clock();
      const last = buckets.get(key) ?? { tokens: capacity, at: now };
      const refilled = last.tokens + (Math.max(0, now - last.at) / 1000) * perSecond;
      const tokens = Math.min(capacity, refilled);
      const short = cost - tokens;
      buckets.set(key, { tokens: short > 0 ? tokens : tokens - cost, at: now });
      return short > 0 ? short / perSecond : 0;
    },
  };
}

export type TokenBuckets = ReturnType<typeof createTokenBuckets>;
