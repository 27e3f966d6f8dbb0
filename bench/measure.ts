import { performance } from 'node:perf_hooks';

export interface Percentiles {
  median: number;
  p99: number;
  max: number;
}

/**
 * Percentiles by nearest rank: always one of the values. Interpolation between ranks would turn a value of Infinity (a
 * call without an answer) into NaN.
 */
export function percentilesOf(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { median: rank(0.5), p99: rank(0.99), max: rank(1) };
}

type Job = () => Promise<unknown>;

/** Runs the jobs one after the other and returns how long each took, in milliseconds. */
export async function timeEach(jobs: readonly Job[]): Promise<number[]> {
  const times: number[] = [];
  for (const job of jobs) {
    const start = performance.now();
    await job();
    times.push(performance.now() - start);
  }
  return times;
}

/** Starts `width` jobs at once, batch after batch. Returns how long each took, in milliseconds. */
export async function timeTogether(jobs: readonly Job[], width: number): Promise<number[]> {
  const times: number[] = [];
  for (let from = 0; from < jobs.length; from += width) {
    const start = performance.now();
    await Promise.all(
      jobs.slice(from, from + width).map(async (job) => {
        await job();
        times.push(performance.now() - start);
      }),
    );
  }
  return times;
}

/** Resident memory of this process in MB. */
export const residentMb = (): number => process.memoryUsage.rss() / 2 ** 20;
