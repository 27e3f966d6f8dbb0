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

/** A GUILD_CREATE of a server with a role of the bot, a system channel and an age-restricted channel. */
function newServer(): NewServer {
  const filled = fillerOf('1000', filler);
  const [system, adult] = filled.channels;
  return {
    id: '1000',
    system_channel_id: system?.id,
    ...filled,
    roles: [{ id: '1000' }, ...filled.roles],
    channels: filled.channels.map((channel) => ({ ...channel, nsfw: channel === adult })),
    members: [{ user: { id: '7' }, roles: [filled.roles[4]?.id] }],
    threads: [{ id: '5' }],
    stickers: [{ id: '6' }],
  } as unknown as NewServer;
}

test('a server keeps its system channel, its age-restricted channels and the roles of the bot', () => {
  const server = newServer();
  pruneGuildPayload({ t: 'GUILD_CREATE', d: server } as GatewayDispatchPayload, '7');
  expect(server.roles.map(({ id }) => id)).toEqual(['1000', '2004']);
  expect(server.channels.map(({ id }) => id)).toEqual(['3000', '3001']);
  expect([server.emojis, server.stickers, server.threads]).toEqual([[], [], []]);
});

test('a pruned channel is known from the data of each interaction', async () => {
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
