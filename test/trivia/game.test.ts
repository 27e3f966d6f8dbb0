import type { APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import type { Question } from '../../src/trivia/questions/question.ts';
import { goLive, type LiveBot } from '../support/live-bot.ts';

/** A server whose games wait for nobody: no pause, and the starter's skip ends a question. */
async function openTheatre() {
  const live = await goLive();
  const guildId = live.discord.guilds[0]?.id ?? '';
  await live.store.changeSettings(guildId, { pause: 0 });
  const join = (name: string, locale = 'es-419', admin = false) =>
    live.discord.person({ name, locale, admin, channel: 'trivia' });
  return { ...live, guildId, join };
}

const title = (message: APIMessage) => message.embeds[0]?.title ?? '';
const isOpen = (round: number) => (message: APIMessage) =>
  title(message).startsWith(`Pregunta ${round} `) && (message.components ?? []).length === 2;
const isClosed = (round: number) => (message: APIMessage) =>
  title(message).startsWith(`Pregunta ${round} `) && (message.components ?? []).length === 1;

async function openQuestion({ store }: LiveBot, guildId: string): Promise<Question> {
  const [json = '{}'] = await store.openQuestions(guildId);
  return JSON.parse(json);
}

it('a whole game in Spanish: questions, picks in private, the table, the end', async () => {
  const theatre = await openTheatre();
  const [ana, luis] = [theatre.join('Ana'), theatre.join('Luis')];
  const start = await ana.command('trivia jugar', { rondas: 5 });
  expect(start.ephemeral).toBe(false);
  for (let round = 1; round <= 5; round++) {
    const message = await luis.sees(isOpen(round));
    const { options, answer } = await openQuestion(theatre, theatre.guildId);
    const right = options[answer]?.label ?? '';
    const picked = await luis.press(message, right);
    expect(picked.ephemeral).toBe(true);
    expect(picked.message.content).toContain('Anotado');
    await ana.press(message, '⏭️ Saltar');
    const closed = await luis.sees(isClosed(round));
    expect(closed.embeds[0]?.description).toContain('Era **');
    expect(closed.embeds[0]?.description).toContain(`<@${luis.id}> +`);
  }
  const end = await luis.sees((message: APIMessage) => title(message) === 'Se encienden las luces');
  expect(end.embeds[0]?.description).toContain(`¡Gana <@${luis.id}>!`);
  expect(theatre.discord.violations).toEqual([]);
});
