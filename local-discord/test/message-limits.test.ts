import { DiscordAPIError, REST } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../index.ts';
import { readmeTable, written } from './readme.ts';
import { refusalFrom } from './refusal.ts';

let discord: LocalDiscord;
let rest: REST;

beforeAll(async () => {
  discord = await startLocalDiscord();
  rest = new REST({ api: discord.api, version: '10' }).setToken(discord.token);
});

afterAll(() => discord.close());

const post = (body: unknown) =>
  rest.post(`/channels/${discord.guilds[0]?.channels[0]?.id}/messages`, { body }) as Promise<{ id: string }>;

const refused = (body: unknown) => refusalFrom(() => post(body));

const chars = (count: number) => 'a'.repeat(count);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const embed = (part: object) => ({ embeds: [{ description: 'x', ...part }] });
const button = (part: object = {}, index = 0) => ({
  type: 2,
  style: 1,
  label: 'a',
  custom_id: `b${index}`,
  ...part,
});
const select = (part: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'a', value: 'a' }],
  ...part,
});
const option = (part: object = {}, index = 0) => ({ label: 'a', value: `v${index}`, ...part });
const row = (...components: unknown[]) => ({ components: [{ type: 1, components }] });
const fields = (count: number) => times(count, () => ({ name: 'n', value: 'v' }));

type Limit = [name: string, max: number, body: (count: number) => unknown, path: string];

const limits: Limit[] = [
  ['content', 2000, (n) => ({ content: chars(n) }), 'content'],
  ['embeds', 10, (n) => ({ embeds: times(n, () => ({ title: 'a' })) }), 'embeds'],
  ['embed title', 256, (n) => embed({ title: chars(n) }), 'embeds.0.title'],
  ['embed description', 4096, (n) => embed({ description: chars(n) }), 'embeds.0.description'],
  ['embed fields', 25, (n) => embed({ fields: fields(n) }), 'embeds.0.fields'],
  [
    'embed field name',
    256,
    (n) => embed({ fields: [{ name: chars(n), value: 'v' }] }),
    'embeds.0.fields.0.name',
  ],
  [
    'embed field value',
    1024,
    (n) => embed({ fields: [{ name: 'n', value: chars(n) }] }),
    'embeds.0.fields.0.value',
  ],
  ['embed footer', 2048, (n) => embed({ footer: { text: chars(n) } }), 'embeds.0.footer.text'],
  ['embed author', 256, (n) => embed({ author: { name: chars(n) } }), 'embeds.0.author.name'],
  ['embed colour', 0xffffff, (n) => embed({ color: n }), 'embeds.0.color'],
  [
    'characters of all embeds together',
    6000,
    (n) => ({ embeds: [{ title: chars(256), description: chars(4096) }, { description: chars(n - 4352) }] }),
    'embeds',
  ],
  [
    'rows of components',
    5,
    (n) => ({ components: times(n, (i) => row(button({}, i)).components[0]), content: 'x' }),
    'components',
  ],
  ['buttons in a row', 5, (n) => row(...times(n, (i) => button({}, i))), 'components.0.components'],
  ['button label', 80, (n) => row(button({ label: chars(n) })), 'components.0.components.0.label'],
  ['custom id', 100, (n) => row(button({ custom_id: chars(n) })), 'components.0.components.0.custom_id'],
  [
    'selects in a row',
    1,
    (n) => row(...times(n, (i) => select({ custom_id: `s${i}` }))),
    'components.0.components',
  ],
  [
    'select options',
    25,
    (n) => row(select({ options: times(n, (i) => option({}, i)) })),
    'components.0.components.0.options',
  ],
  [
    'select placeholder',
    150,
    (n) => row(select({ placeholder: chars(n) })),
    'components.0.components.0.placeholder',
  ],
  [
    'select option label',
    100,
    (n) => row(select({ options: [option({ label: chars(n) })] })),
    'components.0.components.0.options.0.label',
  ],
  [
    'select option value',
    100,
    (n) => row(select({ options: [option({ value: chars(n) })] })),
    'components.0.components.0.options.0.value',
  ],
  [
    'select option description',
    100,
    (n) => row(select({ options: [option({ description: chars(n) })] })),
    'components.0.components.0.options.0.description',
  ],
  [
    'max_values of a select with one option',
    1,
    (n) => row(select({ max_values: n })),
    'components.0.components.0.options',
  ],
  [
    'mentioned users',
    100,
    (n) => ({ content: 'x', allowed_mentions: { users: times(n, (i) => String(10n ** 17n + BigInt(i))) } }),
    'allowed_mentions.users',
  ],
];

describe('a message at the limit is accepted, one above it is refused', () => {
  test('the README lists these limits', () => {
    expect(readmeTable('Messages')).toEqual(limits.map(([name, max]) => [name, written(max)]));
  });

  test.each(limits)('%s: %i', async (_what, count, body, path) => {
    expect(await post(body(count))).toHaveProperty('id');
    const refusal = await refused(body(count + 1));
    expect(refusal).toMatchObject({ code: 50035, status: 400 });
    expect(Object.keys(refusal.errors)).toEqual([path]);
  });
});

type Wrong = [what: string, body: unknown, errors: Record<string, string>];

const wrong: Wrong[] = [
  ['an unknown property', { content: 'x', colour: 1 }, { colour: 'UNKNOWN_PROPERTY' }],
  ['an unknown property of an embed', embed({ colour: 1 }), { 'embeds.0.colour': 'UNKNOWN_PROPERTY' }],
  ['an empty embed', { embeds: [{}] }, { 'embeds.0.description': 'BASE_TYPE_REQUIRED' }],
  [
    'an empty field name',
    embed({ fields: [{ name: '', value: 'v' }] }),
    { 'embeds.0.fields.0.name': 'BASE_TYPE_REQUIRED' },
  ],
  [
    'a blank field value',
    embed({ fields: [{ name: 'n', value: ' ' }] }),
    { 'embeds.0.fields.0.value': 'BASE_TYPE_REQUIRED' },
  ],
  [
    'a field without value',
    embed({ fields: [{ name: 'n' }] }),
    { 'embeds.0.fields.0.value': 'BASE_TYPE_REQUIRED' },
  ],
  ['an invalid address', embed({ url: 'nowhere' }), { 'embeds.0.url': 'URL_TYPE_INVALID_URL' }],
  ['a javascript address', embed({ url: 'javascript:alert(1)' }), { 'embeds.0.url': 'URL_TYPE_INVALID_URL' }],
  ['an empty row', row(), { 'components.0.components': 'BASE_TYPE_MIN_LENGTH' }],
  [
    'a button without custom id',
    row(button({ custom_id: undefined })),
    { 'components.0.components.0.custom_id': 'BASE_TYPE_REQUIRED' },
  ],
  [
    'an empty custom id',
    row(button({ custom_id: '' })),
    { 'components.0.components.0.custom_id': 'BASE_TYPE_REQUIRED' },
  ],
  [
    'a button with nothing on it',
    row(button({ label: undefined })),
    { 'components.0.components.0': 'BUTTON_COMPONENT_INVALID_EMPTY' },
  ],
  [
    'a button with custom id and url',
    row(button({ url: 'https://a.b' })),
    { 'components.0.components.0.url': 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE' },
  ],
  [
    'a link without url',
    row(button({ style: 5, custom_id: undefined })),
    { 'components.0.components.0.url': 'BASE_TYPE_REQUIRED' },
  ],
  [
    'a link with custom id',
    row(button({ style: 5, url: 'https://a.b' })),
    { 'components.0.components.0.custom_id': 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE' },
  ],
  [
    'a custom id twice, in two rows',
    { components: [row(button()).components[0], row(button()).components[0]] },
    { 'components.1.components.0.custom_id': 'COMPONENT_CUSTOM_ID_DUPLICATED' },
  ],
  [
    'a button beside a select',
    row(button(), select()),
    { 'components.0.components': 'COMPONENT_LAYOUT_WIDTH_EXCEEDED' },
  ],
  [
    'no options',
    row(select({ options: [] })),
    { 'components.0.components.0.options': 'BASE_TYPE_MIN_LENGTH,BASE_TYPE_BAD_LENGTH' },
  ],
  [
    'an option value twice',
    row(select({ options: [option(), option()] })),
    { 'components.0.components.0.options.1.value': 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED' },
  ],
  [
    'two default options where one may be chosen',
    row(select({ options: [option({ default: true }), option({ default: true }, 1)] })),
    { 'components.0.components.0.options': 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES' },
  ],
  [
    'an unknown mention',
    { content: 'x', allowed_mentions: { parse: ['all'] } },
    { 'allowed_mentions.parse.0': 'BASE_TYPE_CHOICES' },
  ],
  [
    'mentions of all users and of some',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['100000000000000001'] } },
    { 'allowed_mentions.users': 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' },
  ],
  ['an ephemeral message outside interactions', { content: 'x', flags: 64 }, { flags: 'FLAGS_INVALID' }],
  [
    'an attachment that was not sent',
    { content: 'x', attachments: [{ id: '0' }] },
    { 'attachments.0.id': 'ATTACHMENT_NOT_FOUND' },
  ],
  [
    'a reply to a message that is not there',
    { content: 'x', message_reference: { message_id: '100000000000000001' } },
    { message_reference: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE' },
  ],
];

test.each(wrong)('refuses %s', async (_what, body, errors) => {
  expect(await refused(body)).toMatchObject({ code: 50035, errors });
});

test.each([[{}], [{ content: '' }], [{ content: '  \n' }], [{ embeds: [] }]])(
  'refuses the empty message %j',
  async (body) => {
    expect(await refused(body)).toMatchObject({ code: 50006, status: 400 });
  },
);

test('records refused bodies', async () => {
  const before = discord.violations.length;
  await refused({ content: chars(2001) });
  expect(discord.violations.slice(before)).toMatchObject([
    { kind: 'channel message', problems: ['content[BASE_TYPE_MAX_LENGTH] Must be 2000 or fewer in length.'] },
  ]);
});

test('a file is stored, shown in an embed and served; its alternative text has at most 1,024 characters', async () => {
  const url = `/channels/${discord.guilds[0]?.channels[0]?.id}/messages` as const;
  const files = [{ name: 'chart.png', data: Buffer.from('PNG'), contentType: 'image/png' }];
  const send = (description: string) =>
    rest.post(url, {
      files,
      body: { attachments: [{ id: 0, description }], embeds: [{ image: { url: 'attachment://chart.png' } }] },
    });
  const message = (await send(chars(1024))) as {
    id: string;
    attachments: { filename: string }[];
    embeds: { image: { url: string; description: string } }[];
  };
  const [embed] = message.embeds;
  expect(embed?.image.description).toBe(chars(1024));
  expect(await (await fetch(embed?.image.url ?? '')).text()).toBe('PNG');
  await expect(send(chars(1025))).rejects.toBeInstanceOf(DiscordAPIError);
  // The file is in the embed alone, until an edit names it by its address: then Discord shows it twice.
  expect(message.attachments).toEqual([]);
  const edit = async (body: object) =>
    ((await rest.patch(`${url}/${message.id}`, { body })) as typeof message).attachments.map(
      ({ filename }) => filename,
    );
  expect(await edit({ content: 'x' })).toEqual([]);
  expect(await edit({ embeds: [{ image: { url: embed?.image.url } }] })).toEqual(['chart.png']);
  expect(await edit({ embeds: [{ image: { url: 'attachment://chart.png' } }] })).toEqual([]);
});
