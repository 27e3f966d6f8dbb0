import { DiscordAPIError, REST } from 'discord.js';
import { expect, it } from 'vitest';
import { patiently } from '../../src/bot/patience.ts';
import { silentLog } from '../support/ask-command.ts';
import { openDiscord } from '../support/test-bot.ts';

it('a network without Discord is waited for', async () => {
  const discord = await openDiscord();
  const nowhere = new REST({ api: 'http://127.0.0.1:1/api' }).setToken(discord.token);
  const there = new REST({ api: discord.api }).setToken(discord.token);
  let asked = 0;
  const ask = () => (++asked === 1 ? nowhere : there).get('/gateway/bot');
  expect(await patiently(ask, silentLog)).toMatchObject({ shards: 1 });
  expect(asked).toBe(2);
});

it('a refusal is none to wait for', async () => {
  const discord = await openDiscord();
  const rest = new REST({ api: discord.api }).setToken('wrong');
  await expect(patiently(() => rest.get('/gateway/bot'), silentLog)).rejects.toBeInstanceOf(DiscordAPIError);
});
