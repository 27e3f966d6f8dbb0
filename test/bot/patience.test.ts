import { DiscordAPIError, REST } from 'discord.js';
import { expect, it } from 'vitest';
import { retryUntilReachable } from '../../src/bot/faults.ts';
import { silentLog } from '../support/ask-command.ts';
import { openDiscord } from '../support/test-bot.ts';

it('retries a request that did not reach Discord', async () => {
  const discord = await openDiscord();
  const unreachable = new REST({ api: 'http://127.0.0.1:1/api' }).setToken(discord.token);
  const reachable = new REST({ api: discord.api }).setToken(discord.token);
  let tries = 0;
  const request = () => (++tries === 1 ? unreachable : reachable).get('/gateway/bot');
  expect(await retryUntilReachable(request, silentLog)).toMatchObject({ shards: 1 });
  expect(tries).toBe(2);
});

it('does not retry a request that Discord refuses', async () => {
  const discord = await openDiscord();
  const rest = new REST({ api: discord.api }).setToken('wrong');
  const request = () => rest.get('/gateway/bot');
  await expect(retryUntilReachable(request, silentLog)).rejects.toBeInstanceOf(DiscordAPIError);
});

it('stops retrying when the signal is aborted', async () => {
  const controller = new AbortController();
  const request = () => {
    controller.abort();
    return new REST({ api: 'http://127.0.0.1:1/api' }).setToken('x').get('/gateway/bot');
  };
  await expect(retryUntilReachable(request, silentLog, controller.signal)).rejects.toThrow('aborted');
});
