import { expect, inject, it } from 'vitest';
import { startBotProcess } from '../../bench/bot-process.ts';
import { attemptPick } from '../../bench/trivia/players.ts';
import { openTriviaServers } from '../../bench/trivia/trivia-servers.ts';
import { gameText } from '../../src/text/game.ts';
import { afterTest } from '../support/endings.ts';
import { newStoreFile, openTestStore } from '../support/open-store.ts';

it('a bot that is killed while teams form, and while a room waits for its host, keeps the teams and the points', async () => {
  const location = newStoreFile();
  const store = await openTestStore(location);
  const { discord, servers } = await openTriviaServers({ servers: 1, players: 1 });
  afterTest(() => discord.close());
  const [server] = servers;
  if (server === undefined) throw new Error('no server');
  const { starter: ana, players, guild } = server;
  const [luis = ana] = players;
  const start = async () => {
    const bot = await startBotProcess({
      discord,
      parquet: inject('sampleParquet'),
      store: location,
      untilReady: true,
    });
    afterTest(() => bot.kill());
    return bot;
  };
  const first = await start();
  const lobby = await ana.command('trivia jugar', { rondas: 5, equipos: 2, anfitrion: true });
  const [red = '', blue = ''] = lobby.message.embeds[0]?.fields?.slice(1).map(({ name }) => name) ?? [];
  await ana.press(lobby, red);
  await luis.press(lobby, blue);
  await first.kill();

  const second = await start();
  await ana.press(lobby, gameText.es.start);
  const question = await server.nextRound(undefined, 30_000);
  if (question === undefined) throw new Error('no question');
  for (const person of [ana, luis])
    expect((await attemptPick(person, question, 0))?.outcome).toBe('acknowledged');
  await ana.press(question.message, gameText.es.askSkip);
  const isWaiting = async () =>
    (await store.gamesUnderWay(guild.id)).map(({ phase, round }) => [phase, round]);
  await expect.poll(isWaiting, { timeout: 30_000 }).toEqual([['pause', 1]]);
  const [game] = await store.gamesUnderWay(guild.id);
  const points = await store.teamRounds(game?.id ?? '');
  expect(points.map(({ answers }) => answers)).toEqual([1, 1]);
  await second.kill();

  await start();
  const next = server.nextButton();
  if (next === undefined) throw new Error('no button');
  expect((await luis.press(next.message, next.id)).message.content).toBe(gameText.es.onlyHost);
  expect((await ana.press(next.message, next.id)).message.content).toBe(gameText.es.called);
  expect((await server.nextRound(question.token, 30_000))?.token).not.toBe(question.token);
  expect(await store.teamRounds(game?.id ?? '')).toEqual(points);
  expect((await store.teamMembers(game?.id ?? '')).map(({ team }) => team)).toEqual([0, 1]);
  expect(server.duplicateRounds()).toBe(0);
}, 120_000);
