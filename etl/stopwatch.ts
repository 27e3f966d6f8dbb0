import type { Progress } from './progress.ts';

/** Times the steps of a run, in starting order; some run in parallel. */
export interface Stopwatch {
  readonly steps: { step: string; ms: number }[];
  /** Runs and times a step, then advances the progress by `share` (0 if the step advances it itself). */
  time<Result>(step: string, work: () => Promise<Result>, share?: number): Promise<Result>;
}

/** After an abort of `signal`, every new step throws. */
export function createStopwatch(progress: Progress, signal: AbortSignal | undefined): Stopwatch {
  const steps: { step: string; ms: number }[] = [];
  return {
    steps,
    async time(step, work, share = 0) {
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
