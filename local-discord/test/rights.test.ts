import { PermissionFlagsBits as Bits, type Interaction, REST } from 'discord.js';
import { expect, test } from 'vitest';
import { NoAnswer } from '../index.ts';
import { hola, openDiscord, openStage } from './bot.ts';
import { refusalFrom } from './refusal.ts';

const reply = (it: Interaction) => it.isRepliable() && it.reply('x');

async function openRest(now: () => number = Date.now) {
  const discord = await openDiscord({ clock: now });
  const rest = new REST({ api: discord.api, version: '10', retries: 0 }).setToken(discord.token);
  const [guild] = discord.guilds;
  const [general, trivia] = guild?.channels ?? [];
  if (!guild || !general || !trivia) throw new Error('no guild');
  const at = (channel = general) => `/channels/${channel.id}/messages` as const;
  const post = (body: object, channel = general) =>
    rest.post(at(channel), { body }) as Promise<{ id: string }>;
  return { discord, rest, guild, general, trivia, at, post };
}

test('an interaction carries the permissions of the person and of the bot', async () => {
  const seen: unknown[] = [];
  const { discord } = await openStage((it) => {
    seen.push(it.memberPermissions?.has(Bits.ManageGuild), it.appPermissions.has(Bits.SendMessages));
    return reply(it);
  });
  await discord.person({ name: 'Ana', admin: true }).command('hola');
  const [general] = discord.guilds[0]?.channels ?? [];
  if (general) discord.changes.permit(general, Bits.ViewChannel);
  await discord.person({ name: 'Beto' }).command('hola');
  expect(seen).toEqual([true, true, false, false]);
});

test('without Send Messages the bot can answer and edit, but not post', async () => {
  const { discord, rest, general, at, post } = await openRest();
  const { id } = await post({ content: 'antes' });
  discord.changes.permit(general, Bits.ViewChannel | Bits.ReadMessageHistory);
  expect(await refusalFrom(() => post({ content: 'x' }))).toMatchObject({ status: 403, code: 50013 });
  expect(await rest.patch(`${at()}/${id}`, { body: { content: 'después' } })).toMatchObject({ id });
  await rest.delete(`${at()}/${id}`);
  discord.changes.permit(general);
  await post({ content: 'otra vez' });
});

test.each([
  ['embeds', Bits.EmbedLinks, { embeds: [{ title: 'a' }] }],
  ['text', Bits.SendMessages, { content: 'a' }],
])('%s need their own right', async (_what, right, body) => {
  const { discord, general, post } = await openRest();
  discord.changes.permit(general, ~right);
  expect(await refusalFrom(() => post(body))).toMatchObject({ code: 50013 });
});

test('a hidden channel refuses every request, and discord.js knows', async () => {
  const { discord, client } = await openStage(reply);
  const [general] = discord.guilds[0]?.channels ?? [];
  if (!general) throw new Error('no channel');
  const channel = await client.channels.fetch(general.id);
  if (!channel?.isSendable() || channel.isDMBased()) throw new Error('no channel to write in');
  const message = await channel.send('antes');
  const updated = new Promise((resolve) => client.once('channelUpdate', resolve));
  discord.changes.permit(general, 0n);
  await updated;
  expect(channel.permissionsFor(client.user)?.has(Bits.ViewChannel)).toBe(false);
  expect(await refusalFrom(() => message.edit('x'))).toMatchObject({ status: 403, code: 50001 });
  expect(await refusalFrom(() => channel.send('x'))).toMatchObject({ code: 50001 });
  expect((await discord.person({ name: 'Ana' }).command('hola')).message.content).toBe('x');
});

test('a removed bot has no access and offers no commands, until it is added again', async () => {
  const { discord, client } = await openStage(reply, [hola], { deadlineMs: 50 });
  const [guild] = discord.guilds;
  const [general] = guild?.channels ?? [];
  if (!guild || !general) throw new Error('no guild');
  const ana = discord.person({ name: 'Ana' });
  const gone = new Promise((resolve) => client.once('guildDelete', resolve));
  discord.changes.remove(guild);
  await gone;
  expect(ana.commands()).toEqual([]);
  const post = () => client.rest.post(`/channels/${general.id}/messages`, { body: { content: 'x' } });
  expect(await refusalFrom(post)).toMatchObject({ code: 50001 });
  expect(await refusalFrom(() => client.rest.get(`/guilds/${guild.id}`))).toMatchObject({ code: 10004 });
  const back = new Promise((resolve) => client.once('guildCreate', resolve));
  discord.changes.restore(guild);
  await back;
  expect((await ana.command('hola')).message.content).toBe('x');
});

test('in an outage the guild is unavailable: no events, every request fails, then everything is restored', async () => {
  const { discord, client } = await openStage(reply, [hola], { deadlineMs: 50 });
  const [guild] = discord.guilds;
  const [general] = guild?.channels ?? [];
  if (!guild || !general) throw new Error('no guild');
  const ana = discord.person({ name: 'Ana' });
  const away = new Promise((resolve) => client.once('guildUnavailable', resolve));
  discord.changes.fail(guild);
  await away;
  await expect(ana.command('hola')).rejects.toBeInstanceOf(NoAnswer);
  const post = () => client.rest.post(`/channels/${general.id}/messages`, { body: { content: 'x' } });
  await expect(post()).rejects.toMatchObject({ status: 503 });
  const back = new Promise((resolve) => client.once('guildAvailable', resolve));
  discord.changes.restore(guild);
  await back;
  expect(await post()).toMatchObject({ content: 'x' });
});

test('a recent nonce returns the earlier message if enforce_nonce is set', async () => {
  let now = Date.now();
  const { rest, general, at, post } = await openRest(() => now);
  const body = { content: 'uno', nonce: 'p-1', enforce_nonce: true };
  const first = await post(body);
  expect(await post({ ...body, content: 'dos' })).toMatchObject({ id: first.id, content: 'uno' });
  expect((await post({ ...body, enforce_nonce: false })).id).not.toBe(first.id);
  expect((await post({ ...body, nonce: 'p-2' })).id).not.toBe(first.id);
  expect(general.messages.size).toBe(3);
  now += 3 * 60 * 1000 + 1;
  const later = await post(body);
  expect(general.messages.size).toBe(4);
  await rest.delete(`${at()}/${later.id}`);
  expect((await post(body)).id).not.toBe(later.id);
});

test('an admin deletes messages, and everybody dismisses only their own ephemeral messages', async () => {
  const { discord } = await openStage((it) => it.isRepliable() && it.reply({ content: 'x', flags: 64 }));
  const ana = discord.person({ name: 'Ana', admin: true });
  const beto = discord.person({ name: 'Beto' });
  const answer = await beto.command('hola');
  expect(() => ana.remove(answer)).toThrow('not visible');
  expect(() => beto.remove(answer)).toThrow('not allowed');
  beto.dismiss(answer);
  expect(beto.visible()).toEqual([]);
  const rest = new REST({ api: discord.api, version: '10' }).setToken(discord.token);
  const at = `/channels/${discord.guilds[0]?.channels[0]?.id}/messages` as const;
  await rest.post(at, { body: { content: 'y' } });
  const message = await beto.sees(({ content }) => content === 'y');
  expect(() => beto.dismiss(message)).toThrow('not allowed');
  ana.remove(message);
  expect(await refusalFrom(() => rest.get(`${at}/${message.id}`))).toMatchObject({ code: 10008 });
});
