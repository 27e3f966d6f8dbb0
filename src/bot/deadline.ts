import { TooSlow } from '../command.ts';

/** Milliseconds after the interaction was made: what is answered at once, and what asked for more time. */
const AT_ONCE = 1800;
const DEFERRED = 10_000;

/** A clock that is ahead of Discord's must not leave a query without any time. */
const AT_LEAST = 500;

/** A signal that aborts with TooSlow when the answer to an interaction made at `madeAt` can no longer be in time. */
export function createDeadline(madeAt: number, clock: () => number) {
  const controller = new AbortController();
  const abortAfter = (limit: number) => {
    const left = Math.min(limit, madeAt + limit - clock());
    return setTimeout(() => controller.abort(new TooSlow()), Math.max(AT_LEAST, left));
  };
  let timer = abortAfter(AT_ONCE);
  return {
    signal: controller.signal,
    /** Gives what was deferred its ten seconds. */
    extend() {
      clearTimeout(timer);
      timer = abortAfter(DEFERRED);
    },
    clear: () => clearTimeout(timer),
  };
}
