import { afterEach, expect, inject, it } from 'vitest';
import { type BotProcess, startBotProcess } from '../../bench/bot-process.ts';
import { countPicks } from '../../bench/trivia/count-picks.ts';
import { attemptPick, isAnswered, type PickAttempt } from '../../bench/trivia/players.ts';
import { openTriviaServers, type TriviaServer } from '../../bench/trivia/trivia-servers.ts';
import { openStore } from '../../src/store/store.ts';
import { newDatabase, whyNoServer } from '../support/postgres.ts';
import { startTestBot } from '../support/test-bot.ts';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** Four servers, one a shard, two shards a process, and the requests that Discord has received. */
async function openFourShards() {
  const { url, drop } = await newDatabase();
  opened.push(drop);
  const trivia = await openTriviaServers({ servers: 4, players: 2, shards: 4 });
  const { discord, servers } = trivia;
  opened.push(() => discord.close());
  const store = await openStore({ url });
  opened.push(() => store.close());
  for (const { guild } of servers) await store.changeSettings(guild.id, { seconds: 60, pause: 0 });
  const requests: string[] = [];
  discord.disturb(({ method, path }) => {
    requests.push(`${method} ${path}`);
    return undefined;
  });
  const start = async (shards: string): Promise<BotProcess> => {
    const bot = await startBotProcess({
      discord,
      parquet: inject('sampleParquet'),
      store: { url },
      shards,
      untilReady: true,
    });
    opened.push(() => bot.kill());
    return bot;
  };
  const count = (pattern: RegExp) => requests.filter((request) => pattern.test(request)).length;
  return { trivia, discord, servers, store, start, count };
}

/**
 * A player's presses until one is noted. If a slow machine answers too late, the player presses again or at the next question,
 * and starts another game if the first did not start, as people would.
 */
async function picksOf(
  { starter, players, nextRound }: TriviaServer,
  player: number,
): Promise<PickAttempt[]> {
  const presses: PickAttempt[] = [];
  for (let last: PickAttempt | undefined; last?.outcome !== 'acknowledged'; ) {
    const round = await nextRound(last?.outcome === 'refused' ? last.token : undefined, 30_000);
    if (round === undefined) await isAnswered(starter.command('trivia jugar', { rondas: 5 }));
    last = round && (await attemptPick(players[player] ?? starter, round, player));
    presses.push(...(last === undefined ? [] : [last]));
  }
  return presses;
}

it('a bot in too many servers for its shards ends with a line that says so, because a new start uses more shards', async () => {
  await expect(startTestBot({ options: { guilds: 2501 } })).rejects.toThrow(
    'Discord has closed shard 0 permanently: it would have more than 2,500 servers: start again, with more shards if SHARDS says how many.',
  );
});

const why = await whyNoServer();

it.skipIf(why !== undefined)(
  'four shards in two processes answer each server once, and a killed process loses no game',
  async () => {
    const { trivia, discord, servers, store, start, count } = await openFourShards();
    const [, second] = await Promise.all([start('0-1/4'), start('2,3/4')]);
    expect(count(/^PUT .*\/commands$/u)).toBe(1);
    expect((await store.knownGuilds()).sort()).toEqual(servers.map(({ guild }) => guild.id).sort());

    expect(servers).toHaveLength(4);
    for (const { starter } of servers) {
      const answer = await starter.command('score_titulo', { titulo: 'Toy Story' });
      expect(answer.message.embeds[0]?.title).toContain('Toy Story');
    }
    expect(count(/^POST \/interactions\/.*\/callback$/u)).toBe(servers.length);

    // The next process waits for its turn to identify while people play.
    const successorStarts = start('2,3/4');
    const presses: PickAttempt[] = [];
    const pickEverywhere = async (player: number) => {
      for (const server of servers) presses.push(...(await picksOf(server, player)));
    };
    for (const { starter } of servers) await isAnswered(starter.command('trivia jugar', { rondas: 5 }));
    await pickEverywhere(0);
    const successor = await successorStarts;
    await second.kill();
    await pickEverywhere(1);
    expect(await countPicks(store, trivia, presses)).toEqual({ acknowledged: 8, lost: 0, doubled: 0 });

    const players = servers.flatMap((server) => server.players.slice(0, 1));
    for (const player of players) await player.command('trivia compartir', { activar: true });
    // A ranking is withheld while a question is open in its server.
    for (const server of [servers[0], servers[3]]) {
      await server?.starter.command('trivia parar');
      await expect.poll(() => store.openQuestions(server?.guild.id ?? '')).toEqual([]);
    }
    const rankings = [servers[0], servers[3]].map((server) =>
      server?.starter.command('trivia ranking', { todos: true }),
    );
    const [here, there] = (await Promise.all(rankings)).map((shown) => shown?.message.embeds[0]?.description);
    expect(here?.split('\n').length).toBe(players.length);
    expect(there).toBe(here);

    await successor.kill();
    const others = servers.slice(2).map(({ starter }) => starter.command('trivia parar'));
    expect((await Promise.all(others)).length).toBe(2);
    expect(discord.violations).toEqual([]);
  },
  240_000,
);
