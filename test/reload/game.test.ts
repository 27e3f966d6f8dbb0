import { cpSync } from 'node:fs';
import type { APIMessage } from 'discord-api-types/v10';
import { expect, inject, it } from 'vitest';
import { newFolder } from '../etl/raw-files.ts';
import { run } from '../etl/run-etl.ts';
import { startTestBot } from '../support/test-bot.ts';
import { rawAfter } from './two-versions.ts';

const titled = (title: string, rows: number) => (message: APIMessage) =>
  message.embeds[0]?.title?.startsWith(title) === true && (message.components ?? []).length === rows;

it('a game under way closes its question as it was asked, although the data have changed', async () => {
  const folder = newFolder();
  cpSync(inject('sampleParquet'), folder, { recursive: true });
  const { version } = await run(rawAfter(), folder, { keepCurrent: true });
  const { discord, store, catalogue, reload } = await startTestBot({ folder });
  const guildId = discord.guilds[0]?.id ?? '';
  await store.changeSettings(guildId, { pause: 0 });
  const ana = discord.person({ name: 'Ana', channel: 'trivia' });
  await ana.command('trivia jugar', { rondas: 5 });
  const message = await ana.sees(titled('Pregunta 1', 2));
  const [question = '{}'] = await store.openQuestions(guildId);
  const { options, answer } = JSON.parse(question);
  await ana.press(message, options[answer].label);

  await reload.apply(version, catalogue.version());
  await ana.press(message, '⏭️ Saltar');
  const closed = await ana.sees(titled('Pregunta 1', 1));
  expect(closed.embeds[0]?.description).toContain(`Ana (<@${ana.id}>) +`);
  // The next question comes from the new data, which have two films.
  await ana.sees(titled('Pregunta 2', 2));
  const [next = '{}'] = await store.openQuestions(guildId);
  expect([862, 348]).toContain(JSON.parse(next).filmId);
});
