import type {
  GatewayDispatchPayload,
  GatewayGuildCreateDispatchData as NewServer,
} from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { fillerOf } from '#local-discord';
import { pruneGuildPayload } from '../../src/bot/prune-guild-payload.ts';
import { testCommand } from '../support/ask-command.ts';
import { startTestBot } from '../support/test-bot.ts';

const filler = { channels: 30, roles: 20, emojis: 40 };

/** What Discord tells of a server of some size, with a role of the bot's own, a system channel and an age-restricted one. */
function newServer(): NewServer {
  const more = fillerOf('1000', filler);
  const [system, adult] = more.channels;
  return {
    id: '1000',
    system_channel_id: system?.id,
    ...more,
    roles: [{ id: '1000' }, ...more.roles],
    channels: more.channels.map((channel) => ({ ...channel, nsfw: channel === adult })),
    members: [{ user: { id: '7' }, roles: [more.roles[4]?.id] }],
    threads: [{ id: '5' }],
    stickers: [{ id: '6' }],
  } as unknown as NewServer;
}

test('of a server is kept what says where the bot may speak, and which channels are age-restricted', () => {
  const server = newServer();
  pruneGuildPayload({ t: 'GUILD_CREATE', d: server } as GatewayDispatchPayload, '7');
  expect(server.roles.map(({ id }) => id)).toEqual(['1000', '2004']);
  expect(server.channels.map(({ id }) => id)).toEqual(['3000', '3001']);
  expect([server.emojis, server.stickers, server.threads]).toEqual([[], [], []]);
});

test('a channel of which nothing was kept is known by what each interaction says of it', async () => {
  const seen: { adult: boolean; botPosts: boolean }[] = [];
  const spy = testCommand('espia', async ({ adult, botPosts }) => {
    seen.push({ adult, botPosts });
    return { content: 'ok' };
  });
  const { discord } = await startTestBot({ commands: [spy], options: { filler } });
  const ana = discord.person({ name: 'Ana', channel: 'trivia' });
  const channel = discord.guilds[0]?.channels.find(({ name }) => name === 'trivia');
  if (channel === undefined) throw new Error('no such channel');
  await ana.command('espia');
  channel.nsfw = true;
  await ana.command('espia');
  channel.botPermissions = 0n;
  await ana.command('espia');
  expect(seen).toEqual([
    { adult: false, botPosts: true },
    { adult: true, botPosts: true },
    { adult: true, botPosts: false },
  ]);
});
