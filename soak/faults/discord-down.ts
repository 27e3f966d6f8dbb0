import { lookUp, outcomeOf } from '../calls.ts';
import { type Fault, repeat, type Scene } from '../fault.ts';
import { openStage } from '../running-bot.ts';

/** Requests that Discord, down, refuses: the bot asks four times, waits a second, and asks again. */
const REFUSALS = 5;

/** Discord is down when the bot starts: it waits, and is there when Discord is. */
export const discordDown: Fault = {
  name: 'Discord down at start',
  full: 50,
  slice: 1,
  async open(ground): Promise<Scene> {
    const once = async () => {
      const start = performance.now();
      let refused = 0;
      const stage = await openStage(ground, {
        before: (discord) =>
          discord.disturb(() => (++refused <= REFUSALS ? { status: refused % 2 ? 503 : 500 } : undefined)),
      });
      const ana = stage.discord.person({ name: 'Ana' });
      const outcome = await outcomeOf(stage.discord, [lookUp(ana)]);
      const recovery = performance.now() - start;
      await stage.close();
      return { ...outcome, injected: 1, recoveries: [recovery] };
    };
    return {
      inject: (times) => repeat(times, once),
      close: async () => ({}),
    };
  },
};
