import { ChannelType } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { description, isClosed, isOpen, openTheatre, title } from '../support/theatre.ts';

type Theatre = Awaited<ReturnType<typeof openTheatre>>;

const channelNamed = ({ guild }: Theatre, name: string) => {
  const channel = guild.channels.find((one) => one.name === name);
  if (channel === undefined) throw new Error(`no channel ${name}`);
  return channel;
};

const untilGamesEnd = ({ store, guild }: Theatre) =>
  expect.poll(() => store.gamesUnderWay(guild.id)).toEqual([]);

it('a game whose channel is deleted ends, and another game can start elsewhere in the server', async () => {
  const theatre = await openTheatre();
  const ana = theatre.join('Ana');
  await ana.command('trivia jugar');
  await ana.sees(isOpen(1));
  await theatre.isAsked();
  theatre.discord.changes.delete(channelNamed(theatre, 'trivia'));
  theatre.pass(120_000);
  await untilGamesEnd(theatre);
  ana.enter('general');
  expect(title((await ana.command('trivia jugar')).message)).toBe('🎬 Trivia');
  await ana.sees(isOpen(1));
  expect(theatre.discord.violations).toEqual([]);
});

it('a game goes on in a channel that is renamed', async () => {
  const theatre = await openTheatre();
  const ana = theatre.join('Ana');
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  theatre.discord.changes.rename(channelNamed(theatre, 'trivia'), 'juegos');
  await ana.press(message, await theatre.rightOption());
  await theatre.isAsked();
  theatre.pass(120_000);
  await ana.sees(isClosed(1));
});

it.each([
  ['the chat of a voice channel', ChannelType.GuildVoice],
  ['the chat of a stage', ChannelType.GuildStageVoice],
  ['a channel of announcements', ChannelType.GuildAnnouncement],
  ['a post of a forum', ChannelType.GuildForum],
] as const)('a game is played in %s', async (_where, type) => {
  const theatre = await openTheatre();
  const place = theatre.discord.changes.open(theatre.guild, 'sala', type);
  if (type === ChannelType.GuildForum) theatre.discord.threads.open(place, 'cine');
  const ana = theatre.join('Ana');
  ana.enter(type === ChannelType.GuildForum ? 'cine' : 'sala');
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  const picked = await ana.press(message, await theatre.rightOption());
  expect(picked.message.content).toContain('Anotado: **');
  expect(theatre.discord.violations).toEqual([]);
});

it('in a server with the commands but without the bot, lookups work and games ask for the bot', async () => {
  const theatre = await openTheatre();
  theatre.discord.changes.removeBotUser(theatre.guild);
  const ana = theatre.join('Ana', 'es-419', true);
  const score = await ana.command('score_titulo', { titulo: 'Toy Story' });
  expect(title(score.message)).toBe('Toy Story (1995)');
  for (const command of ['trivia jugar', 'trivia ranking', 'ajustes ver']) {
    const refused = await ana.command(command);
    expect([command, refused.ephemeral, refused.message.content]).toEqual([
      command,
      true,
      'Para la trivia necesito estar en el servidor: invítame con el bot incluido y armamos la función.',
    ]);
  }
  expect(await theatre.store.gamesUnderWay(theatre.guild.id)).toEqual([]);
});

it('a bot in a timeout answers lookups, starts no game, and ends the game under way', async () => {
  const theatre = await openTheatre();
  const ana = theatre.join('Ana');
  await ana.command('trivia jugar');
  await ana.sees(isOpen(1));
  await theatre.isAsked();
  theatre.discord.changes.timeOut(theatre.guild, 3_600_000);
  const refused = await ana.command('score_titulo', { titulo: 'Mad Max: Fury Road' });
  expect(refused.message).toBeDefined();
  theatre.pass(120_000);
  await untilGamesEnd(theatre);
  const denied = await ana.command('trivia jugar');
  expect(denied.ephemeral).toBe(true);
  expect(denied.message.content).toMatch(/^En este canal no puedo publicar las preguntas\./u);
  theatre.discord.changes.timeOut(theatre.guild, 0);
  const again = await ana.command('trivia jugar');
  expect(description(again.message)).toContain(
    'La partida anterior la cerré porque ya no podía escribir en su canal.',
  );
  await ana.sees(isOpen(1));
});

it('a player who leaves the server keeps their name on the scoreboard', async () => {
  const theatre = await openTheatre();
  const [ana, luis] = [theatre.join('Ana'), theatre.join('Luis')];
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  await luis.press(message, await theatre.rightOption());
  luis.leave();
  await theatre.isAsked();
  theatre.pass(120_000);
  const closed = await ana.sees(isClosed(1));
  expect(description(closed)).toContain(`Luis (<@${luis.id}>)`);
});

it('a client that sends the name of a suggestion gets the same film', async () => {
  const theatre = await openTheatre();
  const card = async (sendsChoiceNames: boolean) => {
    const ana = theatre.discord.person({ name: 'Ana', sendsChoiceNames });
    const [choice] = await ana.autocomplete('pelicula', 'titulo', 'el viaje de chi');
    return title((await ana.command('pelicula', { titulo: choice?.value })).message);
  };
  expect(await card(true)).toBe(await card(false));
  expect(await card(true)).toMatch(/^El viaje de Chihiro/u);
});
