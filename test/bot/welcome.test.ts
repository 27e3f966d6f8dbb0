import type { APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import type { Answer, LocalDiscord } from '#local-discord';
import { openDiscord, startTestBot } from '../support/test-bot.ts';

const HELLO = '¡Hola! Soy Filmoteca';

const titles = ({ embeds }: APIMessage) => embeds.map(({ title }) => title);
const titlesOf = (answer: Answer) => titles(answer.message);

/** A Discord with the bot, and with a second server that has not added the bot yet. */
async function openWithNewServer() {
  const discord = await openDiscord({ guilds: 2 });
  const [, guild] = discord.guilds;
  const [general] = guild?.channels ?? [];
  if (guild === undefined || general === undefined) throw new Error('no second server');
  discord.changes.remove(guild);
  const bot = await startTestBot({ discord });
  return { ...bot, guild, general, ana: discord.person({ name: 'Ana', guild: 1 }) };
}

/** The public messages in all channels of all servers. */
const posted = ({ guilds }: LocalDiscord) =>
  guilds.flatMap(({ channels }) =>
    channels.flatMap(({ messages }) =>
      [...messages.values()].filter(({ visibleTo }) => visibleTo === undefined).map(({ message }) => message),
    ),
  );

it('a server that adds the bot is welcomed once, in its system channel, with three things to try', async () => {
  const { discord, guild, general, ana } = await openWithNewServer();
  discord.changes.restore(guild);
  const hello = await ana.sees((message) => titles(message).includes(HELLO));
  expect(hello.channel_id).toBe(general.id);
  const card = await ana.press(hello, 'El secreto de sus ojos');
  expect(titlesOf(card)).toEqual(['El secreto de sus ojos (2009)']);
  expect(card.ephemeral).toBe(true);
  expect((await ana.press(hello, 'Cinco como Toy Story')).message.content).toBe(
    '**Si te gustó Toy Story (1995)…**',
  );
  expect(titlesOf(await ana.press(hello, 'Jugar trivia'))).toEqual(['🎬 Trivia']);
  expect(titlesOf(await ana.command('ayuda'))).toEqual(['Filmoteca: esto puedes pedirme']);
  expect(posted(discord).filter((message) => titles(message).includes(HELLO))).toHaveLength(1);
  expect(discord.violations).toEqual([]);
});

it('neither an outage, nor a restart, nor a second invitation welcomes a server again', async () => {
  const { discord, guild, ana, bot, store } = await openWithNewServer();
  discord.changes.restore(guild);
  await ana.sees((message) => titles(message).includes(HELLO));
  discord.changes.fail(guild);
  discord.changes.restore(guild);
  await bot.stop();
  await startTestBot({ discord, store });
  discord.changes.remove(guild);
  discord.changes.restore(guild);
  expect(titlesOf(await ana.command('ayuda'))).toEqual(['Filmoteca: esto puedes pedirme']);
  expect(posted(discord).map(titles)).toEqual([[HELLO]]);
});

it('if the bot may not post, the first /ayuda welcomes; a server with a language setting is welcomed in that language', async () => {
  const { discord, guild, general, ana, store } = await openWithNewServer();
  discord.changes.permit(general, 0n);
  discord.changes.restore(guild);
  const bob = discord.person({ name: 'Bob', guild: 1, locale: 'en-US', channel: 'trivia' });
  const first = await bob.command('ayuda');
  expect(titlesOf(first)).toEqual(['Hello! I am Filmoteca', 'Filmoteca: what you can ask me']);
  expect(first.ephemeral).toBe(true);
  expect(titlesOf(await ana.command('ayuda'))).toEqual(['Filmoteca: esto puedes pedirme']);
  expect(posted(discord)).toEqual([]);

  await store.eraseGuild(guild.id);
  await store.changeSettings(guild.id, { language: 'en' });
  discord.changes.permit(general);
  discord.changes.remove(guild);
  discord.changes.restore(guild);
  await ana.sees((message) => titles(message).includes('Hello! I am Filmoteca'));
});

it('a server without a system channel, or whose system channel is closed at that moment, is welcomed by /ayuda', async () => {
  const { discord, guild, general, ana, store } = await openWithNewServer();
  guild.systemChannelId = null;
  discord.changes.restore(guild);
  expect(titlesOf(await ana.command('ayuda'))).toContain(HELLO);
  await store.eraseGuild(guild.id);
  discord.changes.remove(guild);
  guild.systemChannelId = general.id;
  discord.changes.restore(guild);
  general.botPermissions = 0n;
  await expect.poll(async () => titlesOf(await ana.command('ayuda'))).toContain(HELLO);
  expect(posted(discord)).toEqual([]);
});

it('direct messages and user installs are not welcomed', async () => {
  const { discord, store } = await startTestBot();
  for (const context of ['dm', 'user-install'] as const) {
    const eva = discord.person({ name: 'Eva', context });
    expect(titlesOf(await eva.command('ayuda'))).toEqual(['Filmoteca: esto puedes pedirme']);
  }
  expect(await store.knownGuilds()).toEqual([]);
});
