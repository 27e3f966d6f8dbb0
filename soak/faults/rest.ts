import type { Disturbance } from '#local-discord';
import type { Fault, Ground } from '../fault.ts';
import { onStage } from '../on-stage.ts';
import type { StageOptions } from '../running-bot.ts';

/** A fault of Discord's API while people are answered; `disturb` gives what befalls the requests of one injection. */
const ofRest = (
  fault: Omit<Fault, 'open' | 'full'>,
  disturb: (ground: Ground) => Disturbance,
  options: StageOptions = {},
): Fault => ({
  full: 200,
  ...fault,
  open: (ground) =>
    onStage(ground, options, async ({ discord }, ask) => {
      discord.disturb(disturb(ground));
      const outcome = await ask();
      discord.disturb();
      return outcome;
    }),
});

/** Whether a path is asked for no more than so many times yet. */
function firstTimes(times: number): (path: string) => boolean {
  const asked = new Map<string, number>();
  return (path) => {
    const count = (asked.get(path) ?? 0) + 1;
    asked.set(path, count);
    return count <= times;
  };
}

export const tooManyRequests = ofRest({ name: 'REST: 429 storm', slice: 1 }, () => {
  const first = firstTimes(1);
  return ({ path }) => (first(path) ? { status: 429, retryAfter: 1 } : undefined);
});

export const serverErrors = ofRest({ name: 'REST: 5xx storm', slice: 5 }, ({ random }) => {
  const first = firstTimes(2);
  return ({ path }) => (first(path) ? { status: 500 + Math.floor(random() * 4) } : undefined);
});

export const slow = ofRest({ name: 'REST: slow', slice: 1 }, ({ random }) => () => ({
  delayMs: 100 + random() * 1500,
}));

/** Nothing can be said to anybody meanwhile. */
export const refusesAll = ofRest(
  { name: 'REST: refuses all', slice: 2, mayLose: 3 },
  () => () => ({ status: 503 }),
  { discord: { deadlineMs: 500 } },
);

/** Discord says that it has never heard of the interaction. */
export const unknownInteraction = ofRest(
  { name: 'unknown interaction', slice: 2, mayLose: 3 },
  () => () => ({ status: 404, code: 10_062 }),
  { discord: { deadlineMs: 500 } },
);
