import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { timeOf } from '../index.ts';
import { openStage, type Stage } from './bot.ts';

const commands = [
  {
    name: 'score_titulo',
    name_localizations: { 'en-US': 'title_score' },
    description: 'Puntaje',
    options: [
      {
        type: 3,
        name: 'titulo',
        name_localizations: { 'en-US': 'title' },
        description: 'x',
        required: true,
        autocomplete: true,
      },
      { type: 4, name: 'rondas', description: 'x', min_value: 5, max_value: 50 },
      {
        type: 3,
        name: 'mes',
        description: 'x',
        choices: [{ name: 'enero', name_localizations: { 'en-US': 'January' }, value: '1' }],
      },
      { type: 3, name: 'corto', description: 'x', min_length: 2, max_length: 4 },
    ],
  },
  {
    name: 'trivia',
    description: 'Juega',
    options: [
      { type: 1, name: 'jugar', description: 'x', options: [{ type: 4, name: 'rondas', description: 'x' }] },
    ],
  },
  { name: 'ajustes', description: 'x', default_member_permissions: '32' },
  { name: 'recargar', description: 'x', default_member_permissions: '0' },
  { name: 'noche', description: 'x', nsfw: true },
  { name: 'aparte', description: 'x', contexts: [1], integration_types: [0, 1] },
];

const echo = (it: ChatInputCommandInteraction) => {
  const group = it.options.getSubcommand(false);
  return it.reply(
    JSON.stringify([
      it.commandName,
      group,
      ...it.options.data.flatMap((one) => one.options ?? one).map(({ name, value }) => [name, value]),
    ]),
  );
};

async function openEcho(suggest: (it: AutocompleteInteraction) => unknown = () => undefined): Promise<Stage> {
  return openStage((it) => {
    if (it.isChatInputCommand()) return echo(it);
    return it.isAutocomplete() ? suggest(it) : undefined;
  }, commands as never);
}

test('commands, options and choices are found by their localized or registered names', async () => {
  const { discord } = await openEcho();
  const ana = discord.person({ name: 'Ana', locale: 'en-GB' });
  const sent = JSON.stringify(['score_titulo', null, ['titulo', 'Heat'], ['rondas', 5], ['mes', '1']]);
  expect(
    (await ana.command('title_score', { title: 'Heat', rondas: 5, mes: 'January' })).message.content,
  ).toBe(sent);
  expect((await ana.command('score_titulo', { titulo: 'Heat', rondas: 5, mes: '1' })).message.content).toBe(
    sent,
  );
  expect((await ana.command('trivia jugar', { rondas: 7 })).message.content).toBe(
    '["trivia","jugar",["rondas",7]]',
  );
  expect(ana.commands().map(({ name }) => name)).toEqual(['title_score', 'trivia jugar']);
});

test.each([
  ['a missing required option', {}, 'option missing: titulo'],
  ['an unknown option', { titulo: 'x', nada: 1 }, 'no such option: nada'],
  ['a number below min_value', { titulo: 'x', rondas: 4 }, 'too small: rondas, 5'],
  ['a number above max_value', { titulo: 'x', rondas: 51 }, 'too big: rondas, 50'],
  ['a fraction', { titulo: 'x', rondas: 5.5 }, 'not a whole number: rondas'],
  ['a text in a number option', { titulo: 'x', rondas: 'seis' }, 'not a number: rondas'],
  ['an unknown choice', { titulo: 'x', mes: 'febrero' }, 'not a choice: mes, enero'],
  ['a text below min_length', { titulo: 'x', corto: 'a' }, 'too short: corto, 2'],
  ['a text above max_length', { titulo: 'x', corto: 'abcde' }, 'too long: corto, 4'],
  ['more than 6,000 characters', { titulo: 'x'.repeat(6001) }, 'too long: titulo, 6000'],
])('the client does not send %s', async (_what, options, message) => {
  const { discord } = await openEcho();
  await expect(discord.person({ name: 'Ana' }).command('score_titulo', options)).rejects.toThrow(message);
});

test('permissions, contexts and installation types decide who is offered a command', async () => {
  const { discord } = await openEcho();
  const shown = (about: object) =>
    discord
      .person({ name: 'Ana', ...about })
      .commands()
      .map(({ name }) => name);
  expect(shown({})).toEqual(['score_titulo', 'trivia jugar']);
  expect(shown({ admin: true })).toEqual(['ajustes', 'recargar', 'score_titulo', 'trivia jugar']);
  expect(shown({ channel: 'noche' })).toEqual(['noche', 'score_titulo', 'trivia jugar']);
  expect(shown({ context: 'dm' })).toEqual([
    'ajustes',
    'aparte',
    'noche',
    'recargar',
    'score_titulo',
    'trivia jugar',
  ]);
  expect(shown({ context: 'user-install' })).toEqual([]);
  await expect(discord.person({ name: 'Ana' }).command('ajustes')).rejects.toThrow(
    'no such command: ajustes',
  );
});

describe('autocomplete', () => {
  const titles = (count: number, part: object = {}) =>
    Array.from({ length: count }, (_, index) => ({ name: `Heat ${index}`, value: `#${index}`, ...part }));

  test('carries the typed text and the other options, and returns the suggestions', async () => {
    const seen: unknown[] = [];
    const { discord, errors } = await openEcho((it) => {
      seen.push(it.options.getFocused(true), it.options.getInteger('rondas'));
      return it.respond([
        {
          name: 'Heat (1995)',
          nameLocalizations: { 'es-ES': 'Fuego contra fuego' },
          value: '#949',
        } as never,
      ]);
    });
    const ana = discord.person({ name: 'Ana' });
    const suggested = await ana.autocomplete('score_titulo', 'titulo', 'hea', { rondas: 7 });
    expect(suggested).toEqual([{ name: 'Fuego contra fuego', value: '#949' }]);
    expect(seen).toMatchObject([{ name: 'titulo', value: 'hea', focused: true }, 7]);
    await expect(ana.autocomplete('score_titulo', 'mes', 'e')).rejects.toThrow('suggests nothing');
    expect(errors).toEqual([]);
  });

  test.each([
    ['25 suggestions', titles(25), titles(26)],
    ['a name of 100 characters', titles(1, { name: 'n'.repeat(100) }), titles(1, { name: 'n'.repeat(101) })],
    [
      'a value of 100 characters',
      titles(1, { value: 'v'.repeat(100) }),
      titles(1, { value: 'v'.repeat(101) }),
    ],
    ['a name', titles(1), titles(1, { name: '' })],
    ['a text as value of a text', titles(1), titles(1, { value: 949 })],
  ])('takes %s and nothing beyond', async (_what, good, bad) => {
    const { discord, errors } = await openEcho((it) =>
      it.respond(it.options.getFocused() === 'bad' ? bad : good),
    );
    const ana = discord.person({ name: 'Ana' });
    expect(await ana.autocomplete('score_titulo', 'titulo', 'good')).toHaveLength(good.length);
    const failed = ana.autocomplete('score_titulo', 'titulo', 'bad');
    await expect.poll(() => errors).toMatchObject([{ code: 50035 }]);
    await discord.close();
    await expect(failed).rejects.toThrow('closed');
  });
});

test("an interaction's id contains the time of the clock", async () => {
  const { discord } = await openEcho();
  const before = Date.now();
  const { interactionId } = await discord.person({ name: 'Ana' }).command('trivia jugar');
  expect(timeOf(interactionId)).toBeGreaterThanOrEqual(before);
  expect(timeOf(interactionId)).toBeLessThanOrEqual(Date.now());
});

test('a member is found by id; another user is not', async () => {
  const { discord, client } = await openEcho();
  const ana = discord.person({ name: 'Ana' });
  const guild = await client.guilds.fetch(discord.guilds[0]?.id ?? '');
  expect((await guild.members.fetch({ user: ana.id, cache: false })).user.globalName).toBe('Ana');
  await expect(guild.members.fetch('100000000000000009')).rejects.toMatchObject({ code: 10007 });
});

test('everybody sees a channel message that is posted, edited and deleted', async () => {
  const { discord, client, errors } = await openEcho();
  const ana = discord.person({ name: 'Ana', channel: 'trivia' });
  const channel = await client.channels.fetch(discord.guilds[0]?.channels[1]?.id ?? '');
  if (!channel?.isSendable()) throw new Error('not a channel to write in');
  const message = await channel.send('Pregunta 1');
  expect((await ana.sees(({ content }) => content === 'Pregunta 1')).id).toBe(message.id);
  const edited = ana.sees(({ content }) => content === 'Fin');
  await message.edit('Fin');
  expect((await edited).edited_timestamp).not.toBeNull();
  await message.delete();
  expect(ana.visible()).toEqual([]);
  await expect(message.edit('x')).rejects.toMatchObject({ code: 10008 });
  expect(errors).toEqual([]);
  expect(discord.violations).toEqual([]);
});
