import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { percentilesOf } from '../measure.ts';
import type { Users } from './simulated-users.ts';

/** The p99 from which a rate is not sustained. */
const LIMIT_MS = 100;
/** A sender that is later than this itself says nothing about the bot. */
const LATE_SENDER_MS = 20;

/** Figures of a run at a fixed rate, in milliseconds where not stated otherwise. */
export interface RateRun {
  sent: number;
  /** Latency from the scheduled time of an action to its first answer. Infinity without an answer. */
  median: number;
  p99: number;
  /** How late the sender was. */
  senderP99: number;
  /** The share of time in which the sender's event loop was busy, from 0 to 1. */
  senderBusy: number;
  /** Actions without an answer, or with an error. */
  failed: number;
  verdict: Verdict;
}

/** Acts at a fixed rate, whether or not answers arrive. Stops early once the rate cannot be sustained any more. */
export async function runAtRate(
  { act }: Users,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<RateRun> {
  const count = Math.round(perSecond * seconds);
  const schedule = createSchedule({ perSecond, count, start: performance.now() });
  const [latencies, delays]: [number[], number[]] = [[], []];
  const mayBeLate = Math.floor(count / 100);
  let [failed, late] = [0, 0];
  const send = async (scheduled: number) => {
    delays.push(performance.now() - scheduled);
    const isAnswered = await act();
    const latency = isAnswered ? performance.now() - scheduled : Number.POSITIVE_INFINITY;
    if (!isAnswered) failed++;
    if (latency >= LIMIT_MS) late++;
    latencies.push(latency);
  };
  const idle = performance.eventLoopUtilization();
  const sent: Promise<void>[] = [];
  while (schedule.next() !== undefined && failed === 0 && late <= mayBeLate) {
    for (const scheduled of schedule.due(performance.now())) sent.push(send(scheduled));
    await delay(1);
  }
  await Promise.all(sent);
  const { utilization } = performance.eventLoopUtilization(idle);
  const { median, p99 } = percentilesOf(latencies);
  const senderP99 = percentilesOf(delays).p99;
  const isSustained = sent.length === count && failed === 0 && p99 < LIMIT_MS;
  const verdictWithoutSuccess = senderP99 > LATE_SENDER_MS ? 'invalid' : 'failed';
  return {
    sent: sent.length,
    median,
    p99,
    senderP99,
    senderBusy: utilization,
    failed,
    verdict: isSustained ? 'sustained' : verdictWithoutSuccess,
  };
}

/**
 * Send times for an open-loop load: `count` times in milliseconds, `perSecond` of them at even distances from `start`.
 * The schedule never waits for answers. A sender that is late gets all missed times at once.
 */
export function createSchedule({
  perSecond,
  count,
  start,
}: {
  perSecond: number;
  count: number;
  start: number;
}) {
  let taken = 0;
  const timeOf = (index: number) => start + (1000 * index) / perSecond;
  return {
    /** Takes all times up to `now` that were not taken before. */
    due(now: number): number[] {
      const times: number[] = [];
      for (; taken < count && timeOf(taken) <= now; taken++) times.push(timeOf(taken));
      return times;
    },
    /** The next time, or undefined if all were taken. */
    next: () => (taken < count ? timeOf(taken) : undefined),
  };
}

/** The outcome of an attempt at a rate: sustained, not sustained, or invalid because the sender was too slow. */
export type Verdict = 'sustained' | 'failed' | 'invalid';

export interface HighestRate {
  /** The highest rate that was sustained: 0 if none was. */
  rate: number;
  /** The lowest rate above it that was not sustained, and why. */
  limit: number;
  reason: Exclude<Verdict, 'sustained'>;
}

/**
 * Finds the highest whole rate that is sustained. Doubles the rate from `from` until an attempt fails, then bisects
 * geometrically until `rate` and `limit` are within `within` of each other (0.05: 5 %). A rate fails after `tries`
 * attempts without success.
 */
export async function findHighestRate(
  attempt: (rate: number) => Promise<Verdict>,
  { from, within, tries }: { from: number; within: number; tries: number },
): Promise<HighestRate> {
  const tryRate = async (rate: number): Promise<Verdict> => {
    let verdict: Verdict = 'invalid';
    for (let time = 0; time < tries && verdict !== 'sustained'; time++) verdict = await attempt(rate);
    return verdict;
  };
  let [rate, next] = [0, from];
  let verdict = await tryRate(next);
  while (verdict === 'sustained') {
    rate = next;
    next *= 2;
    verdict = await tryRate(next);
  }
  let found: HighestRate = { rate, limit: next, reason: verdict };
  while (found.rate > 0 && found.limit > found.rate * (1 + within)) {
    const middle = Math.round(Math.sqrt(found.rate * found.limit));
    if (middle === found.rate || middle === found.limit) break;
    verdict = await tryRate(middle);
    found =
      verdict === 'sustained' ? { ...found, rate: middle } : { ...found, limit: middle, reason: verdict };
  }
  return found;
}
