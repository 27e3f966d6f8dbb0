import { openStore, type Store, type StoreLocation } from '../../src/store/store.ts';
import { createRandom } from '../generate/random.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';
import { type Count, countPicks } from './count-picks.ts';
import { after, type Press, play, tried } from './players.ts';
import { type House, openTheatre } from './trivia-servers.ts';

/** How soon a bot has said goodbye to a game that is stopped. */
const STOPPED_MS = 10_000;

/** How long a question may take to come up, on a slow machine. */
export const QUESTION_MS = 60_000;

export interface KillPlan {
  kills: number;
  seed: number;
  servers: number;
  players: number;
  /** How soon a bot that is back must have every open game in hand. */
  backMs: number;
  parquet: string;
  store: StoreLocation;
}

export interface KillReport extends Count {
  readonly kills: number;
  /** Games that were under way when the bot was killed, each kill's counted. */
  readonly games: number;
  /** Of those, how many nobody had in hand in time, and games that could not be stopped at the end. */
  readonly stuck: number;
  /** The longest that a game waited for the bot that was back, in milliseconds. */
  readonly slowest: number;
  /** The same of each kill whose games were all in hand in time. */
  readonly waits: readonly number[];
}

/** Kills the bot again and again, at random moments, while people play in every server. */
export async function runKills(plan: KillPlan): Promise<KillReport> {
  const random = createRandom(plan.seed);
  const theatre = await openTheatre(plan);
  const store = await openStore(plan.store);
  for (const { guild } of theatre.houses) await store.changeSettings(guild.id, { seconds: 1, pause: 1 });
  const underWay = async () =>
    (await Promise.all(theatre.houses.map(({ guild }) => store.gamesUnderWay(guild.id)))).flat();
  const start = () => startBotProcess({ ...plan, discord: theatre.discord });
  const presses: Press[] = [];
  let isOver = false;
  let bot: BotProcess = await start();
  const playing = theatre.houses.map((house) =>
    play(house, { random, presses, rounds: 5, isOver: () => isOver }),
  );
  let [games, stuck, slowest] = [0, 0, 0];
  const inTime: number[] = [];
  for (let kill = 0; kill < plan.kills; kill++) {
    await somethingNoted(presses, presses.length);
    await after(random.whole(0, 3000));
    await bot.kill();
    const killedAt = Date.now();
    const ids = (await underWay()).map(({ id }) => id);
    bot = await start();
    const waits = await Promise.all(
      ids.map((id) => inHand(store, id, { killedAt, atMost: plan.backMs + 1000 })),
    );
    games += ids.length;
    stuck += waits.filter((ms) => ms > plan.backMs).length;
    const longest = Math.max(0, ...waits);
    slowest = Math.max(slowest, longest);
    if (longest <= plan.backMs) inTime.push(longest);
  }
  isOver = true;
  await Promise.all(playing);
  stuck += await stopAll(theatre.houses, underWay);
  await bot.stop();
  const count = await countPicks(store, theatre, presses);
  await store.close();
  await theatre.discord.close();
  return { ...count, kills: plan.kills, games, stuck, slowest, waits: inTime };
}

/** How long it takes until a game is over, taken up again, or waits for a time to come; it is watched for `atMost` ms. */
export async function inHand(
  store: Store,
  gameId: string,
  { killedAt, atMost }: { killedAt: number; atMost: number },
): Promise<number> {
  const start = performance.now();
  for (;;) {
    const game = await store.readGame(gameId);
    const waited = performance.now() - start;
    if (game === undefined || game.phase === 'over' || game.due_at > killedAt || waited > atMost)
      return waited;
    await after(25);
  }
}

/** Resolves once a pick is noted of those made after the first `from`: then there is something to lose, and the moment is any. */
async function somethingNoted(presses: readonly Press[], from: number): Promise<void> {
  const start = performance.now();
  while (!presses.slice(from).some(({ outcome }) => outcome === 'noted')) {
    if (performance.now() - start > QUESTION_MS) throw new Error('nobody was told that a pick is noted');
    await after(25);
  }
}

/** Stops every game, and gives how many are not over in time. */
export async function stopAll(houses: readonly House[], underWay: () => Promise<unknown[]>): Promise<number> {
  const start = performance.now();
  await Promise.all(houses.map(({ starter }) => tried(starter.command('trivia parar'))));
  for (;;) {
    const left = (await underWay()).length;
    if (left === 0 || performance.now() - start > STOPPED_MS) return left;
    await after(25);
  }
}
