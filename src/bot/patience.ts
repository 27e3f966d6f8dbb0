import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isPassing, retryAfterOf } from './faults.ts';

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/**
 * What `ask` gives, asked again for as long as Discord is down or cannot be reached: after 1 s, then twice as long
 * each time up to a minute (or as long as Discord says), with a line in the log. Any other error is thrown. Rejects
 * when `signal` is aborted during a pause.
 */
export async function patiently<Result>(
  ask: () => Promise<Result>,
  log: Logger,
  signal?: AbortSignal,
): Promise<Result> {
  for (let pause = FIRST_MS; ; pause = Math.min(2 * pause, LONGEST_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error)) throw error;
      const wait = Math.max(pause, retryAfterOf(error));
      log.warn({ error, seconds: wait / 1000 }, 'Discord cannot be reached, trying again');
      await delay(wait, undefined, { signal });
    }
  }
}

/**
 * What `ask` gives, asked again after each of the pauses (in milliseconds) while the error is a passing one. Throws the
 * last error, and any other one at once.
 */
export async function persistently<Result>(
  ask: () => Promise<Result>,
  pauses: readonly number[],
  passes: (error: unknown) => boolean = isPassing,
): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await ask();
    } catch (error) {
      if (!passes(error)) throw error;
      await delay(pause);
    }
  }
  return ask();
}
