import { lookUp } from '../../bench/replies.ts';
import { outcomeOf } from '../calls.ts';
import { type Fault, repeat } from '../fault.ts';
import { openBot } from '../running-bot.ts';

/** Failing requests at the start. The bot tries four times, waits a second, and starts over. */
const FAILING_REQUESTS = 5;

/** Discord is down when the bot starts. The bot waits and connects once Discord is up. */
export const discordDown: Fault = {
  name: 'Discord down at start',
  fullCount: 50,
  testCount: 1,
  async open(context) {
    const injectOnce = async () => {
      const start = performance.now();
      let requests = 0;
      const bot = await openBot(context, {
        beforeStart: (discord) =>
          discord.disturb(() =>
            ++requests <= FAILING_REQUESTS ? { status: requests % 2 ? 503 : 500 } : undefined,
          ),
      });
      const ana = bot.discord.person({ name: 'Ana' });
      const outcome = await outcomeOf(bot.discord, [lookUp(ana)]);
      const recovery = performance.now() - start;
      await bot.close();
      return { ...outcome, injected: 1, recoveries: [recovery] };
    };
    return {
      inject: (times) => repeat(times, injectOnce),
      close: async () => ({}),
    };
  },
};
