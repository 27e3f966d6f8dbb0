import { ChannelType } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { description, isClosed, isOpen, startTrivia, title } from '../support/trivia.ts';

type Trivia = Awaited<ReturnType<typeof startTrivia>>;

const channelNamed = ({ guild }: Trivia, name: string) => {
  const channel = guild.channels.find((one) => one.name === name);
  if (channel === undefined) throw new Error(`no channel ${name}`);
  return channel;
};

const untilGamesEnd = ({ store, guild }: Trivia) =>
  expect.poll(() => store.gamesUnderWay(guild.id)).toEqual([]);

it('a game whose channel is deleted ends, and another game can start elsewhere in the server', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar');
  await ana.sees(isOpen(1));
  await trivia.questionOpens();
  trivia.discord.changes.delete(channelNamed(trivia, 'trivia'));
  trivia.advanceClock(120_000);
  await untilGamesEnd(trivia);
  ana.enter('general');
  expect(title((await ana.command('trivia jugar')).message)).toBe('🎬 Trivia');
  await ana.sees(isOpen(1));
  expect(trivia.discord.violations).toEqual([]);
});

it('a game goes on in a channel that is renamed', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  trivia.discord.changes.rename(channelNamed(trivia, 'trivia'), 'juegos');
  await ana.press(message, await trivia.rightOption());
  await trivia.questionOpens();
  trivia.advanceClock(120_000);
  await ana.sees(isClosed(1));
});

it.each([
  ['the chat of a voice channel', ChannelType.GuildVoice],
  ['the chat of a stage', ChannelType.GuildStageVoice],
  ['a channel of announcements', ChannelType.GuildAnnouncement],
  ['a post of a forum', ChannelType.GuildForum],
] as const)('a game is played in %s', async (_where, type) => {
  const trivia = await startTrivia();
  const place = trivia.discord.changes.open(trivia.guild, 'sala', type);
  if (type === ChannelType.GuildForum) trivia.discord.threads.open(place, 'cine');
  const ana = trivia.join('Ana');
  ana.enter(type === ChannelType.GuildForum ? 'cine' : 'sala');
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  const picked = await ana.press(message, await trivia.rightOption());
  expect(picked.message.content).toContain('Anotado: **');
  expect(trivia.discord.violations).toEqual([]);
});

it('in a server with the commands but without the bot, lookups work and games ask for the bot', async () => {
  const trivia = await startTrivia();
  trivia.discord.changes.removeBotUser(trivia.guild);
  const ana = trivia.join('Ana', 'es-419', true);
  const score = await ana.command('score_titulo', { titulo: 'Toy Story' });
  expect(title(score.message)).toBe('Toy Story (1995)');
  for (const command of ['trivia jugar', 'trivia ranking', 'ajustes ver']) {
    const refused = await ana.command(command);
    expect([command, refused.ephemeral, refused.message.content]).toEqual([
      command,
      true,
      'Aquí funcionan mis comandos, pero no soy miembro del servidor. Que alguien me invite de nuevo, también como bot, y armamos la trivia.',
    ]);
  }
  expect(await trivia.store.gamesUnderWay(trivia.guild.id)).toEqual([]);
});

it('a bot in a timeout answers lookups, starts no game, and ends the game under way', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar');
  await ana.sees(isOpen(1));
  await trivia.questionOpens();
  trivia.discord.changes.timeOut(trivia.guild, 3_600_000);
  const refused = await ana.command('score_titulo', { titulo: 'Mad Max: Fury Road' });
  expect(refused.message).toBeDefined();
  trivia.advanceClock(120_000);
  await untilGamesEnd(trivia);
  const denied = await ana.command('trivia jugar');
  expect(denied.ephemeral).toBe(true);
  expect(denied.message.content).toMatch(/^En este canal no puedo publicar las preguntas\./u);
  trivia.discord.changes.timeOut(trivia.guild, 0);
  const again = await ana.command('trivia jugar');
  expect(description(again.message)).toContain(
    'La partida anterior la cerré porque ya no podía escribir en su canal.',
  );
  await ana.sees(isOpen(1));
});

it('a player who leaves the server keeps their name on the scoreboard', async () => {
  const trivia = await startTrivia();
  const [ana, luis] = [trivia.join('Ana'), trivia.join('Luis')];
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  await luis.press(message, await trivia.rightOption());
  luis.leave();
  await trivia.questionOpens();
  trivia.advanceClock(120_000);
  const closed = await ana.sees(isClosed(1));
  expect(description(closed)).toContain(`Luis (<@${luis.id}>)`);
});

it('a client that sends the name of a suggestion gets the same film', async () => {
  const trivia = await startTrivia();
  const card = async (sendsChoiceNames: boolean) => {
    const ana = trivia.discord.person({ name: 'Ana', sendsChoiceNames });
    const [choice] = await ana.autocomplete('pelicula', 'titulo', 'el viaje de chi');
    return title((await ana.command('pelicula', { titulo: choice?.value })).message);
  };
  expect(await card(true)).toBe(await card(false));
  expect(await card(true)).toMatch(/^El viaje de Chihiro/u);
});
