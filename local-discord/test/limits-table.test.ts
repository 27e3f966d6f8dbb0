import { expect, test } from 'vitest';
import { GUILDS_PER_SHARD } from '../gateway/connect.ts';
import { TOKEN_LIFE_MS } from '../interactions.ts';
import { check } from '../limits/form-errors.ts';
import { MAX_FILE_BYTES } from '../limits/message.ts';
import { modal } from '../limits/modal.ts';
import { IDENTIFIES_A_DAY } from '../rest/about-routes.ts';
import { MAX_OF_TYPE } from '../rest/command-routes.ts';
import { MAX_USER_INSTALL_FOLLOW_UPS } from '../rest/webhook-routes.ts';
import { DEADLINE_MS, HEARTBEAT_MS } from '../start.ts';
import { readmeTable, written } from './readme.ts';

const chars = (count: number) => 'a'.repeat(count);
const input = (part: object = {}) => ({ type: 4, custom_id: 'a', style: 1, ...part });
const label = (component: object = input(), part: object = {}) => ({
  type: 18,
  label: 'a',
  component,
  ...part,
});
const form = (...components: object[]) => ({ custom_id: 'a', title: 'a', components });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: 'a', value: `${index}` }));

const modalLimits: [name: string, max: number, body: (count: number) => object][] = [
  ['title', 45, (n) => ({ ...form(label()), title: chars(n) })],
  ['custom id', 100, (n) => ({ ...form(label()), custom_id: chars(n) })],
  [
    'parts',
    5,
    (n) => form(...Array.from({ length: n }, (_, index) => label(input({ custom_id: `${index}` })))),
  ],
  ['label', 45, (n) => form(label(input(), { label: chars(n) }))],
  ['description of a label', 100, (n) => form(label(input(), { description: chars(n) }))],
  ['length of a text input', 4000, (n) => form(label(input({ max_length: n })))],
  ['placeholder of a text input', 100, (n) => form(label(input({ placeholder: chars(n) })))],
  ['options of a select', 25, (n) => form(label({ type: 3, custom_id: 'a', options: options(n) }))],
  ['text display', 4000, (n) => form({ type: 10, content: chars(n) })],
];

test.each(modalLimits)('%s of a modal: %i is accepted, more is refused', (_name, max, body) => {
  expect(check(modal, body(max))).toHaveProperty('value');
  expect(check(modal, body(max + 1))).toHaveProperty('problems');
});

test('the README lists the limits of modals', () => {
  expect(readmeTable('Modals')).toEqual(modalLimits.map(([name, max]) => [name, written(max)]));
});

test('the README lists the limits of time and size as the code has them', () => {
  expect(readmeTable('Time and size')).toEqual([
    ['first answer to an interaction', `${DEADLINE_MS / 1000} s`],
    ["lifetime of an interaction's token", `${TOKEN_LIFE_MS / 60_000} min`],
    ['follow-ups of a user-installed app in a server without the bot', written(MAX_USER_INSTALL_FOLLOW_UPS)],
    ['files of a message together', `${MAX_FILE_BYTES / 1024 ** 2} MiB`],
    ['slash commands; user commands; message commands', Object.values(MAX_OF_TYPE).join('; ')],
    ['servers per shard', written(GUILDS_PER_SHARD)],
    ['identifies a day', written(IDENTIFIES_A_DAY)],
    ['heartbeat interval', `${written(HEARTBEAT_MS)} ms`],
  ]);
});
