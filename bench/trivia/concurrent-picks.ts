import { setTimeout as delay } from 'node:timers/promises';
import { openStore, type StoreLocation } from '../../src/store/store.ts';
import { gameText } from '../../src/text/game.ts';
import { startBotProcess } from '../bot-process.ts';
import { createRandom, type Random } from '../generate/random.ts';
import { type Percentiles, percentilesOf } from '../measure.ts';
import { countPicks, type PickCount } from './count-picks.ts';
import { attemptPick, isAnswered, type PickAttempt } from './players.ts';
import { type OpenRound, openTriviaServers, type TriviaServer } from './trivia-servers.ts';

export interface ConcurrentPicksReport extends PickCount {
  readonly picks: number;
  /** Latency of the private answers in milliseconds, for picks spread over `spreadMs` and for picks all at once. */
  readonly spread: Percentiles;
  readonly burst: Percentiles;
  /** Picks that the bot did not acknowledge. */
  readonly unacknowledged: number;
}

/** How long a question may take to open. On a slow machine a skip may stay unanswered; the question then closes by time. */
const QUESTION_MS = 120_000;

/** Asks two questions in every server. All players pick within `spreadMs` at the first one, at once at the second. */
export async function runConcurrentPicks(plan: {
  seed: number;
  servers: number;
  players: number;
  spreadMs: number;
  parquet: string;
  store: StoreLocation;
}): Promise<ConcurrentPicksReport> {
  const random = createRandom(plan.seed);
  const trivia = await openTriviaServers(plan);
  const { discord, servers } = trivia;
  const store = await openStore(plan.store);
  for (const { guild } of servers) await store.changeSettings(guild.id, { seconds: 60, pause: 0 });
  const bot = await startBotProcess({ ...plan, discord, untilReady: true });
  await Promise.all(servers.map(({ starter }) => isAnswered(starter.command('trivia jugar', { rondas: 5 }))));
  const first = await Promise.all(servers.map((server) => nextQuestion(server, undefined)));
  const spread = await pickAsEverybody(first, random, plan.spreadMs);
  await Promise.all(
    first.map(({ server, round }) => isAnswered(server.starter.press(round.message, gameText.es.askSkip))),
  );
  const second = await Promise.all(first.map(({ server, round }) => nextQuestion(server, round.token)));
  const burst = await pickAsEverybody(second, random, 0);
  await bot.stop();
  const attempts = [...spread, ...burst];
  const count = await countPicks(store, trivia, attempts);
  await store.close();
  await discord.close();
  return {
    ...count,
    picks: attempts.length,
    spread: percentilesOf(spread.map(({ ms }) => ms)),
    burst: percentilesOf(burst.map(({ ms }) => ms)),
    unacknowledged: attempts.length - count.acknowledged,
  };
}

interface Question {
  readonly server: TriviaServer;
  readonly round: OpenRound;
}

async function nextQuestion(server: TriviaServer, previous: string | undefined): Promise<Question> {
  const round = await server.nextRound(previous, QUESTION_MS);
  if (round === undefined) throw new Error(`no question opened in ${server.guild.name}`);
  return { server, round };
}

/** Every player of every server picks once, at a random moment within `ms`. */
async function pickAsEverybody(
  questions: readonly Question[],
  random: Random,
  ms: number,
): Promise<PickAttempt[]> {
  const attempts = questions.flatMap(({ server, round }) =>
    server.players.map(async (person) => {
      const choice = random.whole(0, round.options.length - 1);
      if (ms > 0) await delay(random.whole(0, ms));
      return attemptPick(person, round, choice);
    }),
  );
  return (await Promise.all(attempts)).filter((attempt) => attempt !== undefined);
}
