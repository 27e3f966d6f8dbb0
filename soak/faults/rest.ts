import type { Disturbance } from '#local-discord';
import type { Fault, SoakContext } from '../fault.ts';
import { type BotOptions, openBotSession } from '../running-bot.ts';

/** A fault of Discord's API. `createDisturbance` makes the disturbance of one injection. */
const restFault = (
  fault: Omit<Fault, 'open' | 'fullCount'>,
  createDisturbance: (context: SoakContext) => Disturbance,
  options: BotOptions = {},
): Fault => ({
  fullCount: 200,
  ...fault,
  open: (context) =>
    openBotSession(context, options, async ({ discord }, lookUpMeanwhile) => {
      discord.disturb(createDisturbance(context));
      const outcome = await lookUpMeanwhile();
      discord.disturb();
      return outcome;
    }),
});

/** Counts requests by path. True for the first `times` requests of each path. */
function firstTimes(times: number): (path: string) => boolean {
  const counts = new Map<string, number>();
  return (path) => {
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    return count <= times;
  };
}

export const tooManyRequests = restFault({ name: 'REST: 429 storm', testCount: 1 }, () => {
  const isFirst = firstTimes(1);
  return ({ path }) => (isFirst(path) ? { status: 429, retryAfter: 1 } : undefined);
});

export const serverErrors = restFault({ name: 'REST: 5xx storm', testCount: 5 }, ({ random }) => {
  const isFirst = firstTimes(2);
  return ({ path }) => (isFirst(path) ? { status: 500 + Math.floor(random() * 4) } : undefined);
});

export const slow = restFault({ name: 'REST: slow', testCount: 1 }, ({ random }) => () => ({
  delayMs: 100 + random() * 1500,
}));

/** Discord rejects every request, so no answer can arrive meanwhile. */
export const refusesAll = restFault(
  { name: 'REST: refuses all', testCount: 2, allowedLosses: 3 },
  () => () => ({ status: 503 }),
  { discord: { deadlineMs: 500 } },
);

/** Discord answers "Unknown interaction" to every request. */
export const unknownInteraction = restFault(
  { name: 'unknown interaction', testCount: 2, allowedLosses: 3 },
  () => () => ({ status: 404, code: 10_062 }),
  { discord: { deadlineMs: 500 } },
);
