import type { Starts } from '../world.ts';

/** Whether a shard may start now; if so, the next with the same rest has to wait. Real time: sockets know no other. */
export function mayStart(starts: Starts, shard: number): boolean {
  const rest = shard % starts.concurrency;
  const now = performance.now();
  if (now < (starts.last.get(rest) ?? Number.NEGATIVE_INFINITY) + starts.everyMs) return false;
  starts.last.set(rest, now);
  starts.count++;
  return true;
}
