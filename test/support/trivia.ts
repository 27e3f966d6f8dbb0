import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Question } from '../../src/game/question.ts';
import { startTestBot, type TestBotOptions } from './test-bot.ts';

/** A bot in a server whose games have no pause, with a clock that the test advances. */
export async function startTrivia(options: TestBotOptions = {}) {
  let advanced = 0;
  const clock = () => Date.now() + advanced;
  const live = await startTestBot({ clock, ...options, options: { clock, ...options.options } });
  const guild = live.discord.guilds[0];
  if (guild === undefined) throw new Error('no server');
  await live.store.changeSettings(guild.id, { pause: 0 });
  const question = async (): Promise<Question> => {
    const [json = '{}'] = await live.store.openQuestions(guild.id);
    return JSON.parse(json);
  };
  return {
    ...live,
    guild,
    question,
    join: (name: string, locale = 'es-419', admin = false) =>
      live.discord.person({ name, locale, admin, channel: 'trivia' }),
    /** Resolves when the question's message is posted and its time runs. */
    questionOpens: () =>
      expect
        .poll(async () => (await live.store.gamesUnderWay(guild.id)).map(({ phase }) => phase))
        .toEqual(['open']),
    /** Advances the clock of Discord and of the bot. */
    advanceClock(ms: number) {
      advanced += ms;
    },
    rightOption: async () => {
      const { options, answer } = await question();
      return options[answer]?.label ?? '';
    },
    wrongOption: async () => {
      const { options, answer } = await question();
      return options[answer === 0 ? 1 : 0]?.label ?? '';
    },
  };
}

export const title = (message: APIMessage) => message.embeds[0]?.title ?? '';
export const description = (message: APIMessage) => message.embeds[0]?.description ?? '';
export const rows = (message: APIMessage) => (message.components ?? []).length;
/** The labels of a message's buttons, row by row. */
export function labelsOf({ components = [] }: APIMessage): string[] {
  const rows = components.flatMap((row) => (row.type === ComponentType.ActionRow ? [row.components] : []));
  return rows.flat().flatMap((part) => ('label' in part && part.label ? [part.label] : []));
}
export const isOpen = (round: number) => (message: APIMessage) =>
  RegExp(`^(?:Pregunta|Question) ${round}(?: |$)`, 'u').test(title(message)) && rows(message) === 2;
export const isClosed = (round: number) => (message: APIMessage) =>
  RegExp(`^(?:Pregunta|Question) ${round}(?: |$)`, 'u').test(title(message)) && rows(message) === 1;
export const isEnd = (message: APIMessage) =>
  ['Se encienden las luces', 'The lights come up'].includes(title(message));
