import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isTemporary, retryAfterOf } from './faults.ts';

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/**
 * The result of `request`, which is retried for as long as Discord is down or unreachable: after 1 s, then with pauses that
 * double up to a minute (longer if Discord's Retry-After says so). Each retry is logged. Other errors are thrown. Rejects when
 * `signal` is aborted during a pause.
 */
export async function retryUntilReachable<Result>(
  request: () => Promise<Result>,
  log: Logger,
  signal?: AbortSignal,
): Promise<Result> {
  for (let pause = FIRST_MS; ; pause = Math.min(2 * pause, LONGEST_MS)) {
    try {
      return await request();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      const wait = Math.max(pause, retryAfterOf(error));
      log.warn({ error, seconds: wait / 1000 }, 'Discord cannot be reached, trying again');
      await delay(wait, undefined, { signal });
    }
  }
}

/**
 * The result of `request`, which is retried once after each of the pauses (in ms) while `isRetryable`. Throws the last error,
 * and any other error immediately.
 */
export async function retry<Result>(
  request: () => Promise<Result>,
  pauses: readonly number[],
  isRetryable: (error: unknown) => boolean = isTemporary,
): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await request();
    } catch (error) {
      if (!isRetryable(error)) throw error;
      await delay(pause);
    }
  }
  return request();
}
