import { openStore } from '../../src/store/store.ts';
import { createRandom } from '../generate/random.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';
import { type Count, countPicks } from './count-picks.ts';
import { inHand, type KillPlan, type KillReport, QUESTION_MS, stopAll } from './kill-bot.ts';
import { after, type Press, play, tried } from './players.ts';
import { openTheatre } from './trivia-servers.ts';

/** Four shards in two processes. */
const COUNT = 4;
const SHARES = [
  { ids: [0, 1], shards: `0,1/${COUNT}` },
  { ids: [2, 3], shards: `2,3/${COUNT}` },
];

export interface ShardsReport extends Count, Omit<KillReport, 'waits'> {
  /** Look-ups in the servers of the process that lived, made while the other was dead, and those that nobody answered. */
  readonly lookUps: number;
  readonly unanswered: number;
}

/**
 * People play in every server while one of two processes is killed, again and again, at random moments. Every second
 * time its successor is there before it dies, so that both hear the presses of the same games.
 */
export async function runShards(plan: KillPlan): Promise<ShardsReport> {
  const random = createRandom(plan.seed);
  const theatre = await openTheatre({ ...plan, shards: COUNT });
  const { discord, houses } = theatre;
  const store = await openStore(plan.store);
  for (const { guild } of houses) await store.changeSettings(guild.id, { seconds: 1, pause: 1 });
  const start = ({ shards }: { shards: string }) => startBotProcess({ ...plan, discord, shards });
  const bots: (BotProcess | undefined)[] = await Promise.all(SHARES.map(start));
  const housesOf = (ids: readonly number[]) =>
    houses.filter(({ guild }) => ids.includes(Number((BigInt(guild.id) >> 22n) % BigInt(COUNT))));
  const underWay = async (of = houses) =>
    (await Promise.all(of.map(({ guild }) => store.gamesUnderWay(guild.id)))).flat();
  const presses: Press[] = [];
  let isOver = false;
  const playing = houses.map((house) => play(house, { random, presses, rounds: 5, isOver: () => isOver }));
  let [games, stuck, slowest, lookUps, unanswered] = [0, 0, 0, 0, 0];
  for (let kill = 0; kill < plan.kills; kill++) {
    const place = random.whole(0, SHARES.length - 1);
    const [share, other] = [SHARES[place], SHARES[1 - place]];
    if (share === undefined || other === undefined) break;
    await Promise.race(housesOf(share.ids).map(({ nextRound }) => nextRound(undefined, QUESTION_MS)));
    await after(random.whole(0, 3000));
    const heir = kill % 2 === 1 ? await start(share) : undefined;
    await bots[place]?.kill();
    const killedAt = Date.now();
    const ids = (await underWay(housesOf(share.ids))).map(({ id }) => id);
    const asked = await Promise.all(
      housesOf(other.ids).map(({ starter }) => tried(starter.command('score_titulo', { titulo: '#862' }))),
    );
    bots[place] = heir ?? (await start(share));
    const waits = await Promise.all(
      ids.map((id) => inHand(store, id, { killedAt, atMost: plan.backMs + 1000 })),
    );
    games += ids.length;
    lookUps += asked.length;
    unanswered += asked.filter((answered) => !answered).length;
    stuck += waits.filter((ms) => ms > plan.backMs).length;
    slowest = Math.max(slowest, ...waits);
  }
  isOver = true;
  await Promise.all(playing);
  stuck += await stopAll(houses, underWay);
  await Promise.all(bots.map((bot) => bot?.stop()));
  const count = await countPicks(store, theatre, presses);
  await store.close();
  await discord.close();
  return { ...count, kills: plan.kills, games, stuck, slowest, lookUps, unanswered };
}
