import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Store } from '../store/store.ts';

/** What Discord asks between two starts of shards whose numbers leave the same rest, and a little for the way there. */
const EVERY_MS = 5250;

/**
 * Has shards wait for their turn to start, over all processes that share the store; `concurrency` of them may start at
 * once. Where the store does not answer they start: one that is too early Discord sends away, and it tries again.
 */
export function createStartTurns(
  { store, clock, log }: { store: Pick<Store, 'reserveShardStart'>; clock: () => number; log: Logger },
  concurrency: number,
) {
  return {
    async waitForIdentify(shard: number, signal: AbortSignal): Promise<void> {
      const now = clock();
      const at = await store
        .reserveShardStart({ rest: shard % concurrency, now, everyMs: EVERY_MS })
        .catch((error: unknown) => {
          log.warn({ error, shard }, 'the store does not answer: a shard starts without its turn');
          return now;
        });
      if (at > now) await delay(at - now, undefined, { signal });
    },
  };
}
