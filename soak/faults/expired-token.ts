import { setTimeout as delay } from 'node:timers/promises';
import { allCalls } from '../../commands/index.ts';
import { command } from '../../src/command/command.ts';
import { emptyOutcome, type Fault } from '../fault.ts';
import { openBotSession } from '../running-bot.ts';

const TOKEN_LIFE_MS = 15 * 60 * 1000;
const POLL_MS = 20;
const POLLS = 500;

/** A deferring command that exists only in this soak. */
const lateCommand = command({
  name: 'tarde',
  english: 'tarde',
  listed: 'server',
  es: 'Responde cuando su token ya venció',
  en: 'Answers when its token has expired',
  options: {},
  async execute(call) {
    await call.defer();
    return { content: 'tarde' };
  },
});

/**
 * The interaction's token expires between the bot's "thinking" and its answer. The answer must come as a separate message,
 * or, if Discord rejects that, the log must say so.
 */
export const expiredToken: Fault = {
  name: 'expired token',
  fullCount: 200,
  testCount: 3,
  async open(context) {
    let offset = 0;
    const clock = () => Date.now() + offset;
    return openBotSession(
      context,
      { clock, discord: { clock }, commands: [...allCalls, lateCommand] },
      async ({ discord, errors }) => {
        const errorsBefore = errors.length;
        const ana = discord.person({ name: 'Ana' });
        const isDone = () =>
          errors.length > errorsBefore || ana.visible().some(({ content }) => content === 'tarde');
        discord.disturb(({ path }) => {
          if (path.startsWith('/webhooks/')) offset += TOKEN_LIFE_MS + 60_000;
          return undefined;
        });
        const answer = await ana.command('tarde');
        for (let poll = 0; poll < POLLS && !isDone(); poll++) await delay(POLL_MS);
        discord.disturb();
        const problems = [
          ...(answer.message.content === '' ? [] : ['an answer used an expired token']),
          ...(isDone() ? [] : ['there was neither a message nor an error in the log']),
        ];
        return { ...emptyOutcome(), calls: 1, problems };
      },
    );
  },
};
