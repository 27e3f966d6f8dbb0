import { REST } from 'discord.js';
import { expect, it } from 'vitest';
import { createNames } from '../../src/bot/names.ts';
import { openDiscord } from '../support/test-bot.ts';

async function openNames() {
  const discord = await openDiscord();
  const guildId = discord.guilds[0]?.id ?? '';
  let requests = 0;
  discord.disturb(() => {
    requests++;
    return undefined;
  });
  const names = createNames(new REST({ api: discord.api }).setToken(discord.token));
  return { discord, names, guildId, requests: () => requests };
}

it('a noted name is known; other names are requested from Discord once', async () => {
  const { discord, names, guildId, requests } = await openNames();
  const [ana, luis] = [discord.person({ name: 'Ana' }), discord.person({ name: 'Luis' })];
  names.note(guildId, ana.id, 'La Jefa');
  const expected = new Map([
    [ana.id, 'La Jefa'],
    [luis.id, 'Luis'],
  ]);
  const ids = [ana.id, luis.id, '1000000000000000099'];
  expect(await names.of(guildId, ids)).toEqual(expected);
  expect(await names.of(guildId, ids)).toEqual(expected);
  expect(requests()).toBe(2);
});

it('at most ten names are requested at once, and a slow Discord is not waited for', async () => {
  const { discord, names, guildId, requests } = await openNames();
  const crowd = Array.from({ length: 30 }, (_, index) => String(2_000_000_000_000_000_000n + BigInt(index)));
  expect(await names.of(guildId, crowd)).toEqual(new Map());
  expect(requests()).toBe(10);
  const luis = discord.person({ name: 'Luis' });
  discord.disturb(() => ({ delayMs: 10_000 }));
  expect(await names.of(guildId, [luis.id])).toEqual(new Map());
});
