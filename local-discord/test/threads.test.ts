import { type Interaction, REST } from 'discord.js';
import { expect, test } from 'vitest';
import { openDiscord, openStage } from './bot.ts';
import { refusalFrom } from './refusal.ts';

const reply = (it: Interaction) => it.isRepliable() && it.reply('x');

async function openThread() {
  const discord = await openDiscord();
  const rest = new REST({ api: discord.api, version: '10', retries: 0 }).setToken(discord.token);
  const [general] = discord.guilds[0]?.channels ?? [];
  if (!general) throw new Error('no channel');
  const thread = discord.threads.open(general, 'hilo');
  const at = `/channels/${thread.id}/messages` as const;
  const post = (content: string) => rest.post(at, { body: { content } }) as Promise<{ id: string }>;
  const edit = (id: string) => rest.patch(`${at}/${id}`, { body: { content: 'otro' } });
  return { discord, rest, general, thread, at, post, edit };
}

test('an archived thread refuses edits until a new message unarchives it', async () => {
  const { discord, thread, post, edit } = await openThread();
  const { id } = await post('antes');
  discord.threads.archive(thread);
  expect(await refusalFrom(() => edit(id))).toMatchObject({ status: 400, code: 50_083 });
  await post('despierta');
  expect(thread.thread?.archived).toBe(false);
  expect(await edit(id)).toMatchObject({ id, content: 'otro' });
});

test('a locked thread refuses new messages, and a deleted thread is unknown', async () => {
  const { discord, thread, post, edit } = await openThread();
  const { id } = await post('antes');
  discord.threads.lock(thread, { open: true });
  expect(await edit(id)).toMatchObject({ id });
  expect(await refusalFrom(() => post('x'))).toMatchObject({ status: 400, code: 160_005 });
  discord.threads.lock(thread);
  expect(await refusalFrom(() => edit(id))).toMatchObject({ code: 50_083 });
  expect(await refusalFrom(() => post('x'))).toMatchObject({ code: 160_005 });
  discord.threads.delete(thread);
  expect(await refusalFrom(() => post('x'))).toMatchObject({ status: 404, code: 10_003 });
});

test('discord.js sees changes of a thread, and people use the bot in it', async () => {
  const seen: unknown[] = [];
  const { discord, client } = await openStage((it) => {
    seen.push([it.channel?.isThread(), it.appPermissions.has('SendMessagesInThreads')]);
    return reply(it);
  });
  const events: string[] = [];
  client.on('threadCreate', ({ name }, isNew) => void events.push(`opened ${name} ${isNew}`));
  client.on('threadUpdate', (_before, { archived, locked }) => void events.push(`${archived} ${locked}`));
  const gone = new Promise((resolve) => client.once('threadDelete', ({ name }) => resolve(name)));
  const [general] = discord.guilds[0]?.channels ?? [];
  if (!general) throw new Error('no channel');
  const thread = discord.threads.open(general, 'hilo', { isPrivate: true });
  const ana = discord.person({ name: 'Ana' });
  ana.enter('hilo');
  expect((await ana.command('hola')).message.channel_id).toBe(thread.id);
  discord.threads.archive(thread);
  await ana.command('hola');
  discord.threads.lock(thread);
  discord.threads.delete(thread);
  expect(await gone).toBe('hilo');
  expect(seen).toEqual([
    [true, true],
    [true, true],
  ]);
  expect(events).toEqual(['opened hilo true', 'true false', 'false false', 'true true']);
});
