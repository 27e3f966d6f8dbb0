import { setTimeout as delay } from 'node:timers/promises';
import { openStore } from '../../src/store/store.ts';
import { startBotProcess } from '../bot-process.ts';
import { createRandom } from '../generate/random.ts';
import { countPicks } from './count-picks.ts';
import {
  gamesUnderWay,
  type KillPlan,
  type KillReport,
  QUESTION_MS,
  stopAllGames,
  timesUntilResumed,
} from './kill-bot.ts';
import { isAnswered, type PickAttempt, play } from './players.ts';
import { openTriviaServers } from './trivia-servers.ts';

/** The shards of the two processes. */
const SHARDS = 4;
const SHARES = [
  { ids: [0, 1], shards: `0,1/${SHARDS}` },
  { ids: [2, 3], shards: `2,3/${SHARDS}` },
];

export interface ShardsReport extends Omit<KillReport, 'recoveries'> {
  /** Lookups in the servers of the surviving process while the other one was dead. */
  readonly lookups: number;
  readonly unanswered: number;
}

/**
 * Kills one of two processes at random moments while people play in every server. At every second kill its successor is
 * already running, so that both processes receive the presses of the same games.
 */
export async function killShardsRepeatedly(plan: KillPlan): Promise<ShardsReport> {
  const random = createRandom(plan.seed);
  const trivia = await openTriviaServers({ ...plan, shards: SHARDS });
  const { discord, servers } = trivia;
  const store = await openStore(plan.store);
  for (const { guild } of servers) await store.changeSettings(guild.id, { seconds: 1, pause: 1 });
  const start = ({ shards }: { shards: string }) =>
    startBotProcess({ ...plan, discord, shards, untilReady: true });
  const bots = await Promise.all(SHARES.map(start));
  const serversOf = (shardIds: readonly number[]) =>
    servers.filter(({ guild }) => shardIds.includes(Number((BigInt(guild.id) >> 22n) % BigInt(SHARDS))));
  const attempts: PickAttempt[] = [];
  let isOver = false;
  const playing = servers.map((server) =>
    play(server, { random, attempts, rounds: 5, isOver: () => isOver }),
  );
  let [games, stuck, slowestMs, lookups, unanswered] = [0, 0, 0, 0, 0];
  for (let kill = 0; kill < plan.kills; kill++) {
    const process = random.whole(0, SHARES.length - 1);
    const [killed, survivor] = [SHARES[process], SHARES[1 - process]];
    if (killed === undefined || survivor === undefined) break;
    await Promise.race(serversOf(killed.ids).map(({ nextRound }) => nextRound(undefined, QUESTION_MS)));
    await delay(random.whole(0, 3000));
    const successor = kill % 2 === 1 ? await start(killed) : undefined;
    await bots[process]?.kill();
    const killedAt = Date.now();
    const underWay = await gamesUnderWay(store, serversOf(killed.ids));
    const answers = await Promise.all(
      serversOf(survivor.ids).map(({ starter }) =>
        isAnswered(starter.command('score_titulo', { titulo: '#862' })),
      ),
    );
    bots[process] = successor ?? (await start(killed));
    const times = await timesUntilResumed(store, underWay, { killedAt, limitMs: plan.resumeMs + 1000 });
    games += underWay.length;
    lookups += answers.length;
    unanswered += answers.filter((answered) => !answered).length;
    stuck += times.filter((ms) => ms > plan.resumeMs).length;
    slowestMs = Math.max(slowestMs, ...times);
  }
  isOver = true;
  await Promise.all(playing);
  stuck += await stopAllGames(store, servers);
  await Promise.all(bots.map((bot) => bot.stop()));
  const count = await countPicks(store, trivia, attempts);
  await store.close();
  await discord.close();
  return { ...count, kills: plan.kills, games, stuck, slowestMs, lookups, unanswered };
}
