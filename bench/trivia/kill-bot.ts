import { setTimeout as delay } from 'node:timers/promises';
import { openStore, type Store, type StoreLocation } from '../../src/store/store.ts';
import { startBotProcess } from '../bot-process.ts';
import { createRandom } from '../generate/random.ts';
import { countPicks, type PickCount } from './count-picks.ts';
import { isAnswered, type PickAttempt, play } from './players.ts';
import { openTriviaServers, type TriviaServer } from './trivia-servers.ts';

/** How soon a stopped game must be over. */
const STOP_MS = 10_000;

/** How long a question may take to open on a slow machine. */
export const QUESTION_MS = 60_000;

const POLL_MS = 25;

export interface KillPlan {
  kills: number;
  seed: number;
  servers: number;
  players: number;
  /** How soon a restarted bot must have resumed every game. */
  resumeMs: number;
  parquet: string;
  store: StoreLocation;
}

export interface KillReport extends PickCount {
  readonly kills: number;
  /** Games that were under way at a kill, summed over all kills. */
  readonly games: number;
  /** Games that were not resumed in time after a kill or could not be stopped at the end. */
  readonly stuck: number;
  /** The longest time from the restart until a game was resumed, in milliseconds. */
  readonly slowestMs: number;
  /** For each kill after which all games were resumed in time, the longest of these times. */
  readonly recoveries: readonly number[];
}

/** Kills the bot at random moments while people play in every server, and restarts it each time. */
export async function killBotRepeatedly(plan: KillPlan): Promise<KillReport> {
  const random = createRandom(plan.seed);
  const trivia = await openTriviaServers(plan);
  const { discord, servers } = trivia;
  const store = await openStore(plan.store);
  for (const { guild } of servers) await store.changeSettings(guild.id, { seconds: 1, pause: 1 });
  const start = () => startBotProcess({ ...plan, discord, untilReady: true });
  const attempts: PickAttempt[] = [];
  let isOver = false;
  let bot = await start();
  const playing = servers.map((server) =>
    play(server, { random, attempts, rounds: 5, isOver: () => isOver }),
  );
  let [games, stuck, slowestMs] = [0, 0, 0];
  const recoveries: number[] = [];
  for (let kill = 0; kill < plan.kills; kill++) {
    await nextAcknowledgement(attempts);
    await delay(random.whole(0, 3000));
    await bot.kill();
    const killedAt = Date.now();
    const underWay = await gamesUnderWay(store, servers);
    bot = await start();
    const times = await timesUntilResumed(store, underWay, { killedAt, limitMs: plan.resumeMs + 1000 });
    games += underWay.length;
    stuck += times.filter((ms) => ms > plan.resumeMs).length;
    const slowest = Math.max(0, ...times);
    slowestMs = Math.max(slowestMs, slowest);
    if (slowest <= plan.resumeMs) recoveries.push(slowest);
  }
  isOver = true;
  await Promise.all(playing);
  stuck += await stopAllGames(store, servers);
  await bot.stop();
  const count = await countPicks(store, trivia, attempts);
  await store.close();
  await discord.close();
  return { ...count, kills: plan.kills, games, stuck, slowestMs, recoveries };
}

/** The ids of the games under way in the given servers. */
export async function gamesUnderWay(store: Store, servers: readonly TriviaServer[]): Promise<string[]> {
  const games = await Promise.all(servers.map(({ guild }) => store.gamesUnderWay(guild.id)));
  return games.flat().map(({ id }) => id);
}

/**
 * For each game, the milliseconds until it is over or waits for a time after the kill. A game that does neither counts
 * with a little more than `limitMs`.
 */
export function timesUntilResumed(
  store: Store,
  gameIds: readonly string[],
  { killedAt, limitMs }: { killedAt: number; limitMs: number },
): Promise<number[]> {
  const start = performance.now();
  return Promise.all(
    gameIds.map(async (id) => {
      for (;;) {
        const game = await store.readGame(id);
        const waited = performance.now() - start;
        const isResumed = game === undefined || game.phase === 'over' || game.due_at > killedAt;
        if (isResumed || waited > limitMs) return waited;
        await delay(POLL_MS);
      }
    }),
  );
}

/** Resolves at the next acknowledged pick, so that a kill can lose a pick. */
async function nextAcknowledgement(attempts: readonly PickAttempt[]): Promise<void> {
  const from = attempts.length;
  const start = performance.now();
  while (!attempts.slice(from).some(({ outcome }) => outcome === 'acknowledged')) {
    if (performance.now() - start > QUESTION_MS) throw new Error('the bot acknowledged no pick');
    await delay(POLL_MS);
  }
}

/** Stops every game. Returns how many are not over in time. */
export async function stopAllGames(store: Store, servers: readonly TriviaServer[]): Promise<number> {
  const start = performance.now();
  await Promise.all(servers.map(({ starter }) => isAnswered(starter.command('trivia parar'))));
  for (;;) {
    const left = (await gamesUnderWay(store, servers)).length;
    if (left === 0 || performance.now() - start > STOP_MS) return left;
    await delay(POLL_MS);
  }
}
