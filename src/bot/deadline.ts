import { TooSlow } from '../command.ts';

/** Milliseconds after the interaction was made: what is answered at once, and what asked for more time. */
const AT_ONCE = 1800;
const DEFERRED = 10_000;

/** What is about to be late still gets some time. */
const AT_LEAST = 500;
/** How long Discord waits for an answer: what seems older was not, one of the two clocks is wrong. */
const DISCORD_WAITS = 3000;

/** A signal that aborts with TooSlow when the answer to an interaction made at `madeAt` can no longer be in time. */
export function createDeadline(madeAt: number, clock: () => number) {
  const controller = new AbortController();
  const abortAfter = (limit: number) => {
    const age = clock() - madeAt;
    const left = age < 0 || age > DISCORD_WAITS ? limit : limit - age;
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
