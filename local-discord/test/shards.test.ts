import { Client, GatewayIntentBits, REST, type Snowflake } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../index.ts';
import { hola, openDiscord } from './bot.ts';

test('every guild belongs to one shard, which alone receives its events', async () => {
  const discord = await openDiscord({ guilds: 5, shards: 4, concurrency: 4 });
  const first = await connect(discord, [0, 1]);
  const second = await connect(discord, [2, 3]);
  await discord.gateway.ready(undefined, 4);
  await first.client.application.commands.set([hola]);
  expect(shownTo(first.client)).toEqual(['0 Server 3', '1 Server 4']);
  expect(shownTo(second.client)).toEqual(['2 Server', '2 Server 5', '3 Server 2']);
  for (const guild of discord.guilds.keys())
    await discord.person({ name: `P${guild}`, guild }).command('hola');
  await discord.person({ name: 'Ana', context: 'dm' }).command('hola');
  const [one, two, three, four, five] = discord.guilds.map(({ id }) => id);
  expect(first.received).toEqual([three, four, null]);
  expect(second.received).toEqual([one, two, five]);
  await discord.gateway.drop();
  await discord.person({ name: 'Eva', guild: 1 }).command('hola');
  expect(second.received).toEqual([one, two, five, two]);
});

test('two sessions of one shard both receive every event', async () => {
  const discord = await openDiscord({ shards: 2, concurrency: 2 });
  const lines = [await connect(discord, [0], 2), await connect(discord, [0], 2)];
  await lines[0]?.client.application.commands.set([hola]);
  const { interactionId } = await discord.person({ name: 'Ana' }).command('hola');
  await expect.poll(() => lines.map(({ ids }) => ids)).toEqual([[interactionId], [interactionId]]);
});

test('GET /gateway/bot recommends shards and counts the remaining identifies', async () => {
  const discord = await openDiscord({ shards: 8, concurrency: 2 });
  const rest = new REST({ api: discord.api, version: '10' }).setToken(discord.token);
  await identify(discord, [0, 8]);
  expect(await rest.get('/gateway/bot')).toMatchObject({
    shards: 8,
    session_start_limit: { total: 1000, remaining: 999, max_concurrency: 2 },
  });
});

test('a shard that identifies too early gets op 9, unless it is in another max_concurrency bucket', async () => {
  const discord = await openDiscord({ shards: 4, concurrency: 2, startEveryMs: 60_000 });
  const answers = [];
  for (const place of [0, 1, 2, 3]) answers.push(await identify(discord, [place, 4]));
  expect(answers).toEqual(['READY', 'READY', 9, 9]);
});

test('a shard with more than 2,500 guilds is closed with 4011', async () => {
  const discord = await openDiscord({ guilds: 2501 });
  expect(await identify(discord, [0, 1])).toBe(4011);
  expect(await identify(discord, [0, 2])).toBe('READY');
  expect(await identify(discord, [2, 2])).toBe(4010);
  expect(await identify(discord, [0, 0])).toBe(4010);
});

const shownTo = (client: Client) =>
  client.guilds.cache.map(({ name, shardId }) => `${shardId} ${name}`).sort();

/** A client with some of the shards, and the interactions that it has received. */
async function connect({ api, token }: LocalDiscord, shards: number[], shardCount = 4) {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api }, shards, shardCount });
  onTestFinished(() => client.destroy());
  const received: (Snowflake | null)[] = [];
  const ids: Snowflake[] = [];
  client.on('interactionCreate', (interaction) => {
    received.push(interaction.guildId);
    ids.push(interaction.id);
    // The second of two is refused, and that is what it is for.
    if (interaction.isRepliable()) interaction.reply('x').catch(() => undefined);
  });
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(token);
  return { client: await ready, received, ids };
}

/** Returns the gateway's reaction to an identify: the name of an event, an op, or a close code. */
function identify({ url, token }: LocalDiscord, shard: [number, number]): Promise<string | number> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  return new Promise((resolve) => {
    socket.on('message', (data) => {
      const { op, t } = JSON.parse(String(data));
      if (op === 10) socket.send(JSON.stringify({ op: 2, d: { token, intents: 1, shard } }));
      else resolve(t ?? op);
    });
    socket.once('close', resolve);
  });
}
