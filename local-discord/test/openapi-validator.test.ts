import { expect, test } from 'vitest';
import type { BodyKind } from '../index.ts';
import { openDiscord } from './bot.ts';
import { openapiValidator } from './openapi-validator.ts';

const validate = openapiValidator();

const embed = (length: number) => ({ embeds: [{ title: 'a'.repeat(length) }] });
const form = (title: string) => ({ custom_id: 'f', title, components: [{ type: 10, content: 'x' }] });
const option = (count: number) => ({ type: 3, name: 'o', description: 'a'.repeat(count) });

const bodies: [BodyKind, good: unknown, bad: unknown][] = [
  ['callback', { type: 4, data: embed(256) }, { type: 4, data: embed(257) }],
  ['callback', { type: 7, data: embed(256) }, { type: 7, data: embed(257) }],
  ['callback', { type: 6 }, { type: 99 }],
  [
    'callback',
    { type: 8, data: { choices: [{ name: 'a', value: 'b' }] } },
    { type: 8, data: { choices: [{ name: 'a' }] } },
  ],
  ['callback', { type: 9, data: form('a'.repeat(45)) }, { type: 9, data: form('a'.repeat(46)) }],
  ['follow-up', embed(256), embed(257)],
  ['webhook edit', embed(256), embed(257)],
  ['channel message', embed(256), embed(257)],
  ['channel edit', embed(256), embed(257)],
  ['command', { name: 'a', options: [option(100)] }, { name: 'a', options: [option(101)] }],
  ['commands', [{ name: 'a', default_member_permissions: '32' }], [{ name: 'a'.repeat(33) }]],
];

test.skipIf(!validate).each(bodies)(
  'the OpenAPI document of Discord accepts and rejects: %s (%#)',
  (kind, good, bad) => {
    expect(validate?.(good, kind)).toEqual([]);
    expect(validate?.(bad, kind)).not.toEqual([]);
  },
);

test('a body that the validator rejects is refused and recorded', async () => {
  const discord = await openDiscord({ validate: (body) => [`I do not like ${JSON.stringify(body)}`] });
  const reply = await fetch(`${discord.api}/v10/channels/${discord.guilds[0]?.channels[0]?.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'x' }),
  });
  expect(reply.status).toBe(400);
  expect(discord.violations).toMatchObject([
    { kind: 'channel message', problems: ['[VALIDATOR] I do not like {"content":"x"}'] },
  ]);
});
