import type { Progress } from './progress.ts';

/** Times the steps of a run, in the order in which they begin, and shows each; some run side by side. */
export interface Stopwatch {
  readonly steps: { step: string; ms: number }[];
  /** Does a step; `share` advances the progress at its end, 0 where the step itself advances it. */
  time<Result>(step: string, work: () => Promise<Result>, share?: number): Promise<Result>;
}

/** No step begins once `signal` is aborted. */
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
