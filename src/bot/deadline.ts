import { TooSlow } from '../command.ts';

/** Milliseconds after the interaction was made: what is answered at once, and what asked for more time. */
const AT_ONCE = 1800;
const DEFERRED = 10_000;

/** How much longer an answer itself is waited for, where something else than a query holds it up. */
const GRACE = 400;

/** What is about to be late still gets some time. */
const AT_LEAST = 500;
/** How long Discord waits for an answer: what seems older was not, one of the two clocks is wrong. */
const DISCORD_WAITS = 3000;

/**
 * Signals that abort with TooSlow when the answer to an interaction made at `madeAt` can no longer be in time: `signal`
 * for its queries, `overdue` a little later for all of it.
 */
export function createDeadline(madeAt: number, clock: () => number) {
  const [controller, last] = [new AbortController(), new AbortController()];
  let ending: NodeJS.Timeout | undefined;
  const abortAfter = (limit: number) => {
    const age = clock() - madeAt;
    const left = age < 0 || age > DISCORD_WAITS ? limit : limit - age;
    return setTimeout(
      () => {
        controller.abort(new TooSlow());
        ending = setTimeout(() => last.abort(new TooSlow()), GRACE);
      },
      Math.max(AT_LEAST, left),
    );
  };
  let timer = abortAfter(AT_ONCE);
  return {
    signal: controller.signal,
    overdue: last.signal,
    /** Gives what was deferred its ten seconds. */
    extend() {
      clearTimeout(timer);
      timer = abortAfter(DEFERRED);
    },
    clear() {
      clearTimeout(timer);
      clearTimeout(ending);
    },
  };
}
