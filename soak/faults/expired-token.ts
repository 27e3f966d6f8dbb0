import { setTimeout as delay } from 'node:timers/promises';
import { allCalls } from '../../commands/index.ts';
import { command } from '../../src/command/command.ts';
import { type Fault, nothingYet } from '../fault.ts';
import { onStage } from '../on-stage.ts';

const LIFE_MS = 15 * 60 * 1000;
/** How often, and how many times, the log is looked at for what Discord refused. */
const LOOK_MS = 20;
const LOOKS = 500;

/** A command of the soak's own that asks for more time. */
const late = command({
  name: 'tarde',
  english: 'tarde',
  es: 'Responde cuando su token ya venció',
  en: 'Answers when its token has expired',
  options: {},
  async execute(call) {
    await call.defer();
    return { content: 'tarde' };
  },
});

/**
 * The interaction's token expires between the bot's "thinking" and its answer: the answer comes as a message of the bot's own, or,
 * where that is refused, the log says so.
 */
export const expiredToken: Fault = {
  name: 'expired token',
  full: 200,
  slice: 3,
  async open(ground) {
    let ahead = 0;
    const clock = () => Date.now() + ahead;
    return onStage(
      ground,
      { clock, discord: { clock }, commands: [...allCalls, late] },
      async ({ discord, errors }) => {
        const before = errors.length;
        const ana = discord.person({ name: 'Ana' });
        const isDone = () =>
          errors.length > before || ana.visible().some(({ content }) => content === 'tarde');
        discord.disturb(({ path }) => {
          if (path.startsWith('/webhooks/')) ahead += LIFE_MS + 60_000;
          return undefined;
        });
        const answer = await ana.command('tarde');
        for (let look = 0; look < LOOKS && !isDone(); look++) await delay(LOOK_MS);
        discord.disturb();
        const problems = [
          ...(answer.message.content === '' ? [] : ['an answer came by an expired token']),
          ...(isDone() ? [] : ['nothing was said or logged']),
        ];
        return { ...nothingYet(), calls: 1, problems };
      },
    );
  },
};
