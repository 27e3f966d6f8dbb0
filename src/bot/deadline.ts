import { CutOff, TooSlow } from '../contract/call.ts';

/** Milliseconds after the interaction was made: what is answered at once, what asked for more time, and a long job. */
const AT_ONCE = 1800;
export const DEFERRED = 10_000;
export const LONG = 60 * 60_000;

/** How much longer an answer itself is waited for, where something else than a query holds it up. */
const GRACE = 400;

/** How long a job may take to end when the bot leaves, in ms; a supervisor kills the bot after 10 s. */
const LEAVING = 5000;

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
  const abort = (reason: Error, grace: number) => {
    controller.abort(reason);
    ending ??= setTimeout(() => last.abort(reason), grace);
  };
  const abortAfter = (limit: number) => {
    const age = clock() - madeAt;
    const left = age < 0 || age > DISCORD_WAITS ? limit : limit - age;
    return setTimeout(() => abort(new TooSlow(), GRACE), Math.max(AT_LEAST, left));
  };
  let longest = AT_ONCE;
  let timer = abortAfter(longest);
  return {
    signal: controller.signal,
    overdue: last.signal,
    /** Moves the end to at least so many milliseconds after the interaction was made. */
    extend(limit: number) {
      if (limit <= longest) return;
      longest = limit;
      clearTimeout(timer);
      timer = abortAfter(limit);
    },
    /** The bot leaves: the work is told to end, and given up a little later. */
    leave: () => abort(new CutOff(), LEAVING),
    clear() {
      clearTimeout(timer);
      clearTimeout(ending);
    },
  };
}
