import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openStore, type StoreLocation } from '../../src/store/store.ts';
import { type BotOptions, startBotProcess } from '../bot-process.ts';
import { lookUp } from '../replies.ts';
import { ms } from '../report.ts';
import { openTriviaServers, type TriviaServer } from '../trivia/trivia-servers.ts';
import { runAtRate, type Verdict } from './run-at-rate.ts';
import { createUsers, type UserInput } from './simulated-users.ts';

const SERVERS = 50;
/** Enough people that the rate limit for one person is never reached. */
const PLAYERS = 100;
/** Servers with a game under way all the time. */
const GAMES = 10;
const SECONDS = 10;
const WARM_UP_ACTIONS = 2000;
/** A bot without a backlog answers within this time. */
const IDLE_LATENCY_MS = 50;
/** How long to wait for that between two attempts. */
const IDLE_TIMEOUT_MS = 20_000;

/** A bot process with its own local Discord and simulated users. */
export interface BotUnderLoad {
  /** Sends for ten seconds at a rate and prints the figures. */
  attempt(perSecond: number): Promise<Verdict>;
  /** The number of actions so far, in words. */
  summary(): string;
  close(): Promise<void>;
}

export async function openBotUnderLoad(
  name: string,
  {
    parquet,
    folder,
    input,
    playsTrivia,
  }: { parquet: string; folder: string; input: UserInput; playsTrivia: boolean },
  options: Pick<BotOptions, 'log' | 'program'>,
): Promise<BotUnderLoad> {
  const trivia = await openTriviaServers({ servers: SERVERS, players: PLAYERS });
  const { discord, servers } = trivia;
  const playing = playsTrivia ? servers.slice(0, GAMES) : [];
  const store = { file: join(folder, 'filmoteca.db') };
  await setLongQuestions(store, playing);
  const bot = await startBotProcess({ discord, parquet, store, ...options });
  for (const { starter } of playing) await starter.command('trivia jugar', { rondas: 50 });
  const users = createUsers(trivia, input);
  for (let action = 0; action < WARM_UP_ACTIONS; action += 10)
    await Promise.all(Array.from({ length: 10 }, () => users.act()));
  const waitUntilIdle = async () => {
    const starter = servers[0]?.starter;
    const isIdle = async () => starter && (await lookUp(starter)).latencyMs < IDLE_LATENCY_MS;
    const deadline = performance.now() + IDLE_TIMEOUT_MS;
    while (performance.now() < deadline && !(await isIdle().catch(() => false))) await delay(200);
  };
  return {
    async attempt(perSecond) {
      await waitUntilIdle();
      const before = await bot.cpuMs();
      const run = await runAtRate(users, { perSecond, seconds: SECONDS });
      const cpu = ((await bot.cpuMs()) - before) / run.sent;
      const sender = `sender late ${ms(run.senderP99)} ms, ${(100 * run.senderBusy).toFixed(0)} % busy`;
      const figures = `p50 ${ms(run.median)} ms, p99 ${ms(run.p99)} ms, ${cpu.toFixed(2)} ms CPU each`;
      const verdicts = {
        sustained: 'sustained',
        failed: 'not sustained',
        invalid: 'invalid: the sender was late',
      };
      console.log(
        `${name} ${perSecond}/s: ${figures}; ${run.failed} unanswered; ${sender}: ${verdicts[run.verdict]}`,
      );
      return run.verdict;
    },
    summary: users.summary,
    async close() {
      await bot.stop();
      await discord.close();
    },
  };
}

/** Questions of one minute: nearly always one is open. */
async function setLongQuestions(location: StoreLocation, servers: readonly TriviaServer[]): Promise<void> {
  const store = await openStore(location);
  for (const { guild } of servers) await store.changeSettings(guild.id, { seconds: 60, pause: 3 });
  await store.close();
}
