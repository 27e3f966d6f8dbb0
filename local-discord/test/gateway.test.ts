import { Client, GatewayIntentBits, REST } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Gateway } from '../gateway/faults.ts';
import { openDiscord, openStage } from './bot.ts';

const faults: [string, (gateway: Gateway) => Promise<void>][] = [
  ['op 7', (gateway) => gateway.reconnect()],
  ['op 9, resumable', (gateway) => gateway.invalidate(true)],
  ['a dropped socket', (gateway) => gateway.drop()],
];

test.each(faults)(
  'after %s the bot resumes and answers the commands of the meantime',
  async (_what, fault) => {
    const received: string[] = [];
    const { discord, client, errors } = await openStage(async (it) => {
      received.push(it.id);
      if (it.isRepliable()) await it.reply('x');
    });
    let sessions = 0;
    client.on('shardReady', () => sessions++);
    const ana = discord.person({ name: 'Ana' });
    const back = fault(discord.gateway);
    const answers = await Promise.all([ana.command('hola'), ana.command('hola')]);
    await back;
    const last = await ana.command('hola');
    expect(received).toEqual([...answers, last].map(({ interactionId }) => interactionId));
    expect(sessions).toBe(0);
    expect(errors).toEqual([]);
  },
);

test('after op 9, not resumable, the bot identifies again', async () => {
  const { discord, errors } = await openStage((it) => it.isRepliable() && it.reply('x'));
  await discord.gateway.invalidate(false);
  expect((await discord.person({ name: 'Ana' }).command('hola')).message.content).toBe('x');
  expect(errors).toEqual([]);
});

test('a wrong token is refused by REST and by the gateway', async () => {
  const discord = await openDiscord();
  const client = new Client({ intents: [], rest: { api: discord.api } });
  await expect(client.login(`${discord.token}x`)).rejects.toMatchObject({ code: 'TokenInvalid' });
  await client.destroy();
  expect(await closeCode(discord.url, { op: 2, d: { token: 'x', intents: 0 } })).toBe(4004);
});

test("the gateway closes with Discord's close codes", async () => {
  const { url, token } = await openDiscord();
  expect(await closeCode(url, { op: 2, d: { token, intents: GatewayIntentBits.MessageContent } })).toBe(4014);
  expect(await closeCode(url, { op: 2, d: { token, intents: 2 ** 30 } })).toBe(4013);
  expect(await closeCode(url, { op: 2, d: { token, intents: 0, shard: [1, 1] } })).toBe(4010);
  expect(await closeCode(url, { op: 3, d: {} })).toBe(4003);
  expect(await closeCode(url, { op: 99 })).toBe(4002);
});

test('every guild is sent with its channels', async () => {
  const { client } = await openStage(() => undefined, [], { guilds: 3 });
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Server', 'Server 2', 'Server 3']);
  const channels = client.guilds.cache
    .first()
    ?.channels.cache.map((channel) => [channel.name, 'nsfw' in channel && channel.nsfw]);
  expect(channels).toEqual([
    ['general', false],
    ['trivia', false],
    ['noche', true],
  ]);
});

test('a heartbeat is acknowledged', async () => {
  const { url } = await openDiscord();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  const ack = new Promise((resolve) => {
    socket.on('message', (data) => {
      const { op } = JSON.parse(String(data));
      if (op === 10) socket.send('{"op":1,"d":null}');
      else resolve(op);
    });
  });
  expect(await ack).toBe(11);
  socket.close();
});

test('unknown routes get 404, and wrong methods 405', async () => {
  const discord = await openDiscord();
  const rest = new REST({ api: discord.api, version: '10' }).setToken(discord.token);
  await expect(rest.get('/nowhere')).rejects.toMatchObject({ status: 404 });
  await expect(rest.delete('/users/@me')).rejects.toMatchObject({ status: 405 });
});

function closeCode(url: string, payload: object): Promise<number> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  socket.once('message', () => socket.send(JSON.stringify(payload)));
  return new Promise((resolve) => socket.once('close', resolve));
}
