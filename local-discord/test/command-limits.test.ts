import { REST } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../index.ts';
import { readmeTable, written } from './readme.ts';
import { refusalFrom } from './refusal.ts';

let discord: LocalDiscord;
let rest: REST;

beforeAll(async () => {
  discord = await startLocalDiscord();
  rest = new REST({ api: discord.api, version: '10' }).setToken(discord.token);
});

beforeEach(() => put([]));

afterAll(() => discord.close());

type Listed = { id: string; version: string; name: string; name_localizations?: object };

const path = () => `/applications/${discord.applicationId}/commands` as const;
const put = (body: unknown) => rest.put(path(), { body }) as Promise<Listed[]>;
const get = (query = '') => rest.get(`${path()}${query}`) as Promise<Listed[]>;

const chars = (count: number) => 'a'.repeat(count);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const command = (part: object = {}) => ({ name: 'hola', description: 'x', ...part });
const option = (part: object = {}, index = 0) => ({ type: 3, name: `o${index}`, description: 'x', ...part });
const choice = (part: object = {}, index = 0) => ({ name: `n${index}`, value: 'v', ...part });
const withOption = (part: object) => command({ options: [option(part)] });
/** Returns a command with that number of characters (7,811 to 8,009). */
const heavy = (count: number) => {
  const choices = times(25, (index) => choice({ name: `${index}`.padStart(100, 'n'), value: chars(100) }));
  const extra = count - 'holax'.length - 'o0x'.length - 25 * 200 - 'o1x'.length - 14 * 200;
  const description = chars(1 + Math.min(99, extra));
  const rest = chars(1 + Math.max(0, extra - 99));
  return command({
    description,
    options: [option({ choices, description: rest }), option({ choices: choices.slice(0, 14) }, 1)],
  });
};

type Limit = [name: string, max: number, body: (count: number) => unknown, path: string];

const limits: Limit[] = [
  ['command name', 32, (n) => command({ name: chars(n) }), '0.name'],
  ['command description', 100, (n) => command({ description: chars(n) }), '0.description'],
  [
    'localized command name',
    32,
    (n) => command({ name_localizations: { 'en-US': chars(n) } }),
    '0.name_localizations.en-US',
  ],
  ['options of a command', 25, (n) => command({ options: times(n, (i) => option({}, i)) }), '0.options'],
  ['option name', 32, (n) => withOption({ name: chars(n) }), '0.options.0.name'],
  ['option description', 100, (n) => withOption({ description: chars(n) }), '0.options.0.description'],
  [
    'choices of an option',
    25,
    (n) => withOption({ choices: times(n, (i) => choice({}, i)) }),
    '0.options.0.choices',
  ],
  [
    'choice name',
    100,
    (n) => withOption({ choices: [choice({ name: chars(n) })] }),
    '0.options.0.choices.0.name',
  ],
  [
    'choice value',
    100,
    (n) => withOption({ choices: [choice({ value: chars(n) })] }),
    '0.options.0.choices.0.value',
  ],
  ['max_length of a string option', 6000, (n) => withOption({ max_length: n }), '0.options.0.max_length'],
];

describe('a command at the limit is accepted, one above it is refused', () => {
  test('the README lists these limits', () => {
    expect(readmeTable('Commands')).toEqual(limits.map(([name, max]) => [name, written(max)]));
  });

  test.each(limits)('%s: %i', async (_what, count, body, where) => {
    expect(await put([body(count)])).toHaveLength(1);
    const refusal = await refusalFrom(() => put([body(count + 1)]));
    expect(refusal).toMatchObject({ code: 50035, status: 400 });
    expect(Object.keys(refusal.errors)).toEqual([where]);
  });

  test('8,000 characters per command', async () => {
    expect(await put([heavy(8000)])).toHaveLength(1);
    expect(await refusalFrom(() => put([heavy(8001)]))).toMatchObject({
      errors: { 0: 'APPLICATION_COMMAND_TOO_LARGE' },
    });
  });

  test('100 commands', async () => {
    const many = (count: number) => times(count, (index) => command({ name: `c${index}` }));
    expect(await put(many(100))).toHaveLength(100);
    expect(await refusalFrom(() => put(many(101)))).toMatchObject({ code: 30032 });
    expect(await refusalFrom(() => rest.post(path(), { body: command() }))).toMatchObject({ code: 30032 });
  });
});

type Wrong = [what: string, body: unknown, errors: Record<string, string>];

const wrong: Wrong[] = [
  ['upper case', command({ name: 'Hola' }), { '0.name': 'APPLICATION_COMMAND_INVALID_NAME' }],
  ['a space in a name', command({ name: 'ho la' }), { '0.name': 'STRING_TYPE_REGEX' }],
  ['an empty description', command({ description: '' }), { '0.description': 'BASE_TYPE_REQUIRED' }],
  ['no description', { name: 'hola' }, { '0.description': 'BASE_TYPE_REQUIRED' }],
  [
    'an unknown language',
    command({ name_localizations: { es: 'hola' } }),
    { '0.name_localizations.es': 'UNKNOWN_PROPERTY' },
  ],
  ['an unknown property', command({ defer: true }), { '0.defer': 'UNKNOWN_PROPERTY' }],
  [
    'a required option after an optional one',
    command({ options: [option(), option({ required: true }, 1)] }),
    { '0.options.1': 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID' },
  ],
  [
    'choices combined with autocomplete',
    withOption({ autocomplete: true, choices: [choice()] }),
    { '0.options.0.autocomplete': 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_INVALID' },
  ],
  [
    'a duplicate option name',
    command({ options: [option(), option()] }),
    { '0.options.1.name': 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS' },
  ],
  [
    'a duplicate choice name',
    withOption({ choices: [choice(), choice()] }),
    { '0.options.0.choices.1.name': 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS' },
  ],
  [
    'a subcommand beside an option',
    command({ options: [option(), { type: 1, name: 'sub', description: 'x' }] }),
    { '0.options': 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID' },
  ],
  [
    'a fraction in an integer option',
    withOption({ type: 4, min_value: 0.5 }),
    { '0.options.0': 'NUMBER_TYPE_COERCE' },
  ],
];

test.each(wrong)('refuses %s', async (_what, body, errors) => {
  expect(await refusalFrom(() => put([body]))).toMatchObject({ code: 50035, errors });
});

test('refuses a duplicate command name', async () => {
  const refusal = await refusalFrom(() => put([command(), command()]));
  expect(refusal.errors).toEqual({ '1.name': 'APPLICATION_COMMANDS_DUPLICATE_NAME' });
});

test('a command that is registered again keeps its id, and its version if it is unchanged', async () => {
  const [first] = await put([command()]);
  const [same] = await put([command()]);
  const [changed] = await put([command({ description: 'y' })]);
  expect(same).toEqual(first);
  expect(changed?.id).toBe(first?.id);
  expect(changed?.version).not.toBe(first?.version);
});

test('lists localizations only with with_localizations', async () => {
  await put([command({ name_localizations: { 'en-US': 'hello' } })]);
  expect((await get())[0]).not.toHaveProperty('name_localizations');
  expect((await get('?with_localizations=true'))[0]?.name_localizations).toEqual({ 'en-US': 'hello' });
});

test('creates, edits and deletes a single command, globally and in a guild', async () => {
  const inGuild = `/applications/${discord.applicationId}/guilds/${discord.guilds[0]?.id}/commands` as const;
  const made = (await rest.post(inGuild, { body: command() })) as Listed;
  expect(await get()).toEqual([]);
  const changed = await rest.patch(`${inGuild}/${made.id}`, { body: { description: 'y' } });
  expect(changed).toMatchObject({ id: made.id, description: 'y', guild_id: discord.guilds[0]?.id });
  await rest.delete(`${inGuild}/${made.id}`);
  expect(await rest.get(inGuild)).toEqual([]);
  expect(await refusalFrom(() => rest.delete(`${inGuild}/${made.id}`))).toMatchObject({
    code: 10063,
    status: 404,
  });
});
