import { LRUCache } from 'lru-cache';

/**
 * One token bucket a key: `capacity` tokens, refilled at `perSecond`. Keeps the buckets of the 10,000 most recent keys.
 * `take` returns 0 if it took `cost` tokens; otherwise it takes none and returns the seconds until there are enough.
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
