import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { figuresOf } from '../measure.ts';
import type { Verdict } from './find-highest-rate.ts';
import { createSchedule } from './schedule.ts';
import type { Crowd } from './simulated-users.ts';

export const BAR_MS = 100;
/** From then on the sender itself is late, and what it measured says nothing of the bot. */
const LATE_SENDER_MS = 20;

/** A time at one rate. */
export interface Step {
  perSecond: number;
  sent: number;
  /** From the time at which each should have been sent to its first answer, in ms; without one it is Infinity. */
  median: number;
  p99: number;
  /** How late the sender was itself, in ms. */
  senderP99: number;
  /** The share of the time that the sender's event loop was at work. */
  senderBusy: number;
  failed: number;
  verdict: Verdict;
}

/** Sends at a fixed rate for a time, whatever comes back. Once it can no longer hold, nothing more is sent. */
export async function runStep(
  { act }: Crowd,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Step> {
  const count = Math.round(perSecond * seconds);
  const schedule = createSchedule({ perSecond, count, start: performance.now() });
  const [times, lags]: [number[], number[]] = [[], []];
  const mayBeLate = Math.floor(count / 100);
  let [failed, late] = [0, 0];
  const send = async (due: number) => {
    lags.push(performance.now() - due);
    const answered = await act();
    const ms = answered ? performance.now() - due : Number.POSITIVE_INFINITY;
    if (!answered) failed++;
    if (ms >= BAR_MS) late++;
    times.push(ms);
  };
  const busy = performance.eventLoopUtilization();
  const sent: Promise<void>[] = [];
  while (schedule.next() !== undefined && failed === 0 && late <= mayBeLate) {
    for (const due of schedule.due(performance.now())) sent.push(send(due));
    await pause(1);
  }
  await Promise.all(sent);
  const { utilization } = performance.eventLoopUtilization(busy);
  const { median, p99 } = figuresOf(times);
  const senderP99 = figuresOf(lags).p99;
  const holds = sent.length === count && failed === 0 && p99 < BAR_MS;
  return {
    perSecond,
    sent: sent.length,
    median,
    p99,
    senderP99,
    senderBusy: utilization,
    failed,
    verdict: holds ? 'holds' : senderP99 > LATE_SENDER_MS ? 'unclear' : 'fails',
  };
}
