import { expect, it } from 'vitest';
import type { Answer, Person } from '#local-discord';
import { openDiscord, startTestBot } from '../support/test-bot.ts';

const linesOf = ({ message }: Answer) => message.embeds[0]?.description?.split('\n').slice(2) ?? [];

/** The names of the commands on the page of a topic. */
async function listed(person: Person, topic: string): Promise<string[]> {
  const answer = await person.command('ayuda', { tema: topic });
  return linesOf(answer).map((line) => /^`\/([^`]+)`/u.exec(line)?.[1] ?? line);
}

it('/ayuda has a line and a button for each topic; a button shows the commands of its topic in the same message', async () => {
  const { discord } = await startTestBot();
  const ana = discord.person({ name: 'Ana' });
  const { message, ephemeral } = await ana.command('ayuda');
  expect(ephemeral).toBe(true);
  const shown = await ana.press(message, 'Personas');
  expect(shown.message.id).toBe(message.id);
  expect(linesOf(shown).map((line) => line.split(' · ')[0])).toEqual([
    '`/get_actor`',
    '`/get_director`',
    '`/conexion`',
    '`/bacon`',
  ]);
  expect((await ana.press(shown.message, 'Jugar')).message.embeds[0]?.title).toBe('Jugar');
});

it('/ayuda lists neither what a member may not use nor what does not exist where they ask', async () => {
  const discord = await openDiscord();
  const [guild] = discord.guilds;
  const ana = discord.person({ name: 'Ana', admin: true });
  const eva = discord.person({ name: 'Eva', admin: true });
  const luis = discord.person({ name: 'Luis' });
  const inPrivate = discord.person({ name: 'Luis', context: 'dm' });
  await startTestBot({ discord, operators: { ids: new Set([eva.id]), guildId: guild?.id ?? '' } });
  await ana.command('ayuda');

  const forAll = ['mis_datos ver', 'mis_datos borrar', 'acerca', 'ayuda'];
  const forManagers = [
    'ajustes ver',
    'ajustes cambiar',
    'ajustes efemerides',
    'ajustes pregunta',
    'ajustes borrar',
    ...forAll.slice(0, -1),
  ];
  expect(await listed(luis, 'server')).toEqual(forAll);
  expect(await listed(ana, 'server')).toEqual([...forManagers, 'ayuda']);
  expect(await listed(eva, 'server')).toEqual([
    ...forManagers,
    'recargar ver',
    'recargar aplicar',
    'recargar deshacer',
    'ayuda',
  ]);
  expect(await listed(luis, 'game')).toContain('trivia jugar');
  // A topic without commands shows the list of topics.
  expect(
    linesOf(await inPrivate.command('ayuda', { tema: 'game' })).map((line) => line.split(' · ')[0]),
  ).toEqual(['**Una película**', '**Personas**', '**El catálogo**', '**Este servidor**']);
});
