import type { Fault } from '../fault.ts';
import { onStage } from '../on-stage.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The machine's clock is set by up to a day, forth or back, while Discord's goes on. */
export const clockStepped: Fault = {
  name: 'clock stepped',
  full: 1000,
  slice: 10,
  open(ground) {
    let off = 0;
    // With the bot's own limit on how fast a person asks: a step back must not shut anybody out.
    return onStage(ground, { clock: () => Date.now() + off, capacity: 100 }, async (_stage, ask) => {
      off = (ground.random() - 0.5) * 2 * DAY_MS;
      const outcome = await ask();
      return { ...outcome, problems: outcome.told > 0 ? ['a look-up was refused'] : [] };
    });
  },
};
