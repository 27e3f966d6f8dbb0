import { performance } from 'node:perf_hooks';

/** Figures of many runs of one thing, in milliseconds. */
export interface Figures {
  median: number;
  p99: number;
  max: number;
}

/** Median, 99th percentile (nearest rank) and maximum. */
export function figuresOf(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { median: rank(0.5), p99: rank(0.99), max: rank(1) };
}

/** How long each of the jobs takes, one after the other. */
export async function timeEach(jobs: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[] = [];
  for (const job of jobs) {
    const start = performance.now();
    await job();
    times.push(performance.now() - start);
  }
  return times;
}

/** How long each of the jobs takes when `width` of them begin at once, batch after batch. */
export async function timeTogether(
  jobs: readonly (() => Promise<unknown>)[],
  width: number,
): Promise<number[]> {
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

export const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

/** One thing that is to hold. */
export interface Bar {
  what: string;
  holds: boolean;
}

/** Says in the last line which bars do not hold, or that all do, and sets the exit code. */
export function judge(bars: readonly Bar[]): void {
  const missed = bars.filter(({ holds }) => !holds).map(({ what }) => what);
  console.log(missed.length === 0 ? `All ${bars.length} bars hold.` : `Not reached: ${missed.join('; ')}.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}
