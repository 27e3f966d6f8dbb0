import type { Progress } from './progress.ts';

/** Times the steps of a run, in the order in which they begin, and shows each; some run side by side. */
export interface Stopwatch {
  readonly steps: { step: string; ms: number }[];
  time<Result>(step: string, work: () => Promise<Result>): Promise<Result>;
}

/** Each step advances the progress by `share`; no step begins once `signal` is aborted. */
export function createStopwatch(
  progress: Progress,
  share: number,
  signal: AbortSignal | undefined,
): Stopwatch {
  const steps: { step: string; ms: number }[] = [];
  return {
    steps,
    async time(step, work) {
      signal?.throwIfAborted();
      progress.step(step);
      const start = performance.now();
      const timed = { step, ms: 0 };
      steps.push(timed);
      const result = await work();
      timed.ms = Math.round(performance.now() - start);
      progress.advance(share);
      return result;
    },
  };
}
