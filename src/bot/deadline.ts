import { CutOff, TooSlow } from '../contract/call.ts';

/** Time limits in ms after the interaction was made: of an immediate answer, of a deferred one, and of a long job. */
const IMMEDIATE = 1800;
export const DEFERRED = 10_000;
export const LONG = 60 * 60_000;

/** How long after the time limit of its queries an answer may still arrive, in ms. */
const GRACE = 400;

/** How long a job may take to end when the bot stops, in ms; a supervisor kills the bot after 10 s. */
const LEAVING = 5000;

/** Minimum time budget, in ms, even if the interaction arrives late. */
const MIN_BUDGET = 500;
/** How long Discord waits for an answer, in ms. An interaction that seems older means that one of the clocks is wrong. */
const DISCORD_WAITS = 3000;

/**
 * Signals that abort with TooSlow when the answer to an interaction made at `madeAt` would be too late: `signal` aborts its
 * queries, `overdue` aborts the whole answer a little later.
 */
export function createDeadline(madeAt: number, clock: () => number) {
  const [queries, answer] = [new AbortController(), new AbortController()];
  let ending: NodeJS.Timeout | undefined;
  const abort = (reason: Error, grace: number) => {
    queries.abort(reason);
    ending ??= setTimeout(() => answer.abort(reason), grace);
  };
  const abortAfter = (limit: number) => {
    const age = clock() - madeAt;
    const left = age < 0 || age > DISCORD_WAITS ? limit : limit - age;
    return setTimeout(() => abort(new TooSlow(), GRACE), Math.max(MIN_BUDGET, left));
  };
  let current = IMMEDIATE;
  let timer = abortAfter(current);
  return {
    signal: queries.signal,
    overdue: answer.signal,
    /** Extends the time limit to at least `limit` ms after the interaction was made. */
    extend(limit: number) {
      if (limit <= current) return;
      current = limit;
      clearTimeout(timer);
      timer = abortAfter(limit);
    },
    /** For a bot that stops: aborts the queries with CutOff, and the answer a little later. */
    leave: () => abort(new CutOff(), LEAVING),
    clear() {
      clearTimeout(timer);
      clearTimeout(ending);
    },
  };
}
