import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { percentilesOf } from '../measure.ts';
import type { Verdict } from './find-highest-rate.ts';
import { createSchedule } from './schedule.ts';
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
