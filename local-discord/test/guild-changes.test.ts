import { type AutocompleteInteraction, ChannelType, type Interaction, REST } from 'discord.js';
import { expect, test } from 'vitest';
import { openDiscord, openStage } from './bot.ts';
import { refusalFrom } from './refusal.ts';

const reply = (it: Interaction) => it.isRepliable() && it.reply('x');

async function openRest(now: () => number = Date.now) {
  const discord = await openDiscord({ clock: now });
  const rest = new REST({ api: discord.api, version: '10', retries: 0 }).setToken(discord.token);
  const [guild] = discord.guilds;
  const [general] = guild?.channels ?? [];
  if (!guild || !general) throw new Error('no guild');
  const post = (channel = general) =>
    rest.post(`/channels/${channel.id}/messages`, { body: { content: 'x' } }) as Promise<{ id: string }>;
  return { discord, rest, guild, general, post };
}

test('discord.js sees channels that are opened, renamed and deleted', async () => {
  const { discord, client } = await openStage(reply);
  const [guild] = discord.guilds;
  if (!guild) throw new Error('no guild');
  const events: unknown[] = [];
  client.on('channelCreate', ({ name, type }) => void events.push([name, type]));
  client.on('channelUpdate', (_before, after) => void events.push('name' in after && after.name));
  const deleted = new Promise((resolve) => client.once('channelDelete', ({ id }) => resolve(id)));
  const news = discord.changes.open(guild, 'estrenos', ChannelType.GuildAnnouncement);
  discord.changes.rename(news, 'funciones');
  discord.changes.delete(news);
  expect(await deleted).toBe(news.id);
  expect(events).toEqual([['estrenos', ChannelType.GuildAnnouncement], 'funciones']);
});

test('a deleted channel and its threads are unknown', async () => {
  const { discord, general, post } = await openRest();
  const thread = discord.threads.open(general, 'hilo');
  await post(thread);
  discord.changes.delete(general);
  expect(await refusalFrom(() => post())).toMatchObject({ status: 404, code: 10_003 });
  expect(await refusalFrom(() => post(thread))).toMatchObject({ status: 404, code: 10_003 });
});

test('a forum has threads but accepts no messages; the chat of a voice channel accepts them', async () => {
  const { discord, guild, post } = await openRest();
  const forum = discord.changes.open(guild, 'foro', ChannelType.GuildForum);
  expect(await refusalFrom(() => post(forum))).toMatchObject({ status: 400, code: 50_008 });
  await post(discord.threads.open(forum, 'Estrenos'));
  await post(discord.changes.open(guild, 'Sala', ChannelType.GuildVoice));
});

test('a bot in a timeout can answer but not post, and knows when the timeout ends', async () => {
  let now = Date.now();
  const { discord, guild, post } = await openRest(() => now);
  discord.changes.timeOut(guild, 60_000);
  expect(await refusalFrom(() => post())).toMatchObject({ status: 403, code: 50_013 });
  now += 60_001;
  await post();
});

test('discord.js sees the timeout and the remaining permissions', async () => {
  const rights: unknown[] = [];
  const { discord, client } = await openStage((it) => {
    rights.push(it.appPermissions.has('SendMessages'));
    return reply(it);
  });
  const [guild] = discord.guilds;
  if (!guild) throw new Error('no guild');
  const updated = new Promise((resolve) =>
    client.once('guildMemberUpdate', (_before, after) => resolve(after.communicationDisabledUntil !== null)),
  );
  discord.changes.timeOut(guild, 60_000);
  expect(await updated).toBe(true);
  const ana = discord.person({ name: 'Ana' });
  expect((await ana.command('hola')).message.content).toBe('x');
  discord.changes.timeOut(guild, 0);
  await ana.command('hola');
  expect(rights).toEqual([false, true]);
});

test('a guild with only the commands sends interactions and no other events', async () => {
  const seen: unknown[] = [];
  const { discord, client } = await openStage((it) => {
    seen.push([it.guildId, it.inCachedGuild(), it.appPermissions.has('SendMessages')]);
    return reply(it);
  });
  const [guild] = discord.guilds;
  if (!guild) throw new Error('no guild');
  const left = new Promise((resolve) => client.once('guildDelete', ({ id }) => resolve(id)));
  discord.changes.removeBotUser(guild);
  expect(await left).toBe(guild.id);
  expect((await discord.person({ name: 'Ana' }).command('hola')).message.content).toBe('x');
  expect(seen).toEqual([[guild.id, false, false]]);
  const [general] = guild.channels;
  const post = () => client.rest.post(`/channels/${general?.id}/messages`, { body: { content: 'x' } });
  expect(await refusalFrom(post)).toMatchObject({ status: 403, code: 50_001 });
  const member = client.rest.get(`/guilds/${guild.id}`);
  await expect(member).rejects.toMatchObject({ code: 10_004 });
});

test('a person who leaves is no longer a member', async () => {
  const { discord, rest, guild } = await openRest();
  const ana = discord.person({ name: 'Ana' });
  const member = () => rest.get(`/guilds/${guild.id}/members/${ana.id}`);
  expect(await member()).toMatchObject({ user: { id: ana.id } });
  ana.leave();
  expect(await refusalFrom(member)).toMatchObject({ status: 404, code: 10_007 });
});

test('a client can send the name of a suggested choice instead of its value', async () => {
  const suggest = (it: AutocompleteInteraction) => it.respond([{ name: 'Heat (1995)', value: '#949' }]);
  const { discord } = await openStage(
    (it) => {
      if (it.isAutocomplete()) return suggest(it);
      return it.isChatInputCommand() && it.reply(it.options.getString('titulo', true));
    },
    [
      {
        name: 'buscar',
        description: 'Busca',
        options: [{ type: 3, name: 'titulo', description: 'x', required: true, autocomplete: true }],
      },
    ],
  );
  for (const [sendsChoiceNames, sent] of [
    [false, '#949'],
    [true, 'Heat (1995)'],
  ] as const) {
    const ana = discord.person({ name: 'Ana', sendsChoiceNames });
    const [choice] = await ana.autocomplete('buscar', 'titulo', 'hea');
    expect((await ana.command('buscar', { titulo: choice?.value })).message.content).toBe(sent);
  }
});
