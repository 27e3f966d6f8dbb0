import { setTimeout as pause } from 'node:timers/promises';
import { type BotStart, startBotProcess } from '../../soak/bot-process.ts';
import { lookUp } from '../../soak/calls.ts';
import { openStore } from '../../src/store/store.ts';
import { ms } from '../measure.ts';
import { openTheatre } from '../trivia/trivia-servers.ts';
import type { Verdict } from './find-highest-rate.ts';
import { runStep } from './run-at-rate.ts';
import { gatherCrowd, type Scripts } from './simulated-users.ts';

const SERVERS = 50;
/** So many people that none of them is faster than a person may be. */
const PLAYERS = 100;
/** Servers in which a game goes on all the time. */
const GAMES = 10;
const SECONDS = 10;
const WARM = 2000;
/** A bot that is done with what came too fast answers at once. */
const RESTED_MS = 50;
/** A machine that never lets it must not hold the run up. */
const REST_MS = 20_000;

/** One of the two bots on a Discord of its own. */
export interface Side {
  /** A step at that rate; it is printed. */
  attempt(perSecond: number): Promise<Verdict>;
  /** What people did so far, in words. */
  done(): string;
  close(): Promise<void>;
}

export async function openSide(
  name: string,
  {
    parquet,
    scratch,
    scripts,
    plays,
  }: { parquet: string; scratch: string; scripts: Scripts; plays: boolean },
  start: BotStart,
): Promise<Side> {
  const theatre = await openTheatre({ servers: SERVERS, players: PLAYERS });
  const { discord, houses } = theatre;
  if (plays)
    await setLongQuestions(
      scratch,
      houses.slice(0, GAMES).map(({ guild }) => guild.id),
    );
  const bot = await startBotProcess(discord, { parquet, scratch }, start);
  if (plays)
    for (const { starter } of houses.slice(0, GAMES)) await starter.command('trivia jugar', { rondas: 50 });
  const crowd = gatherCrowd(theatre, scripts);
  for (let turn = 0; turn < WARM; turn += 10)
    await Promise.all(Array.from({ length: 10 }, () => crowd.act()));
  const rest = async () => {
    const starter = houses[0]?.starter;
    const isRested = async () => starter && (await lookUp(starter)).latencyMs < RESTED_MS;
    const until = performance.now() + REST_MS;
    while (performance.now() < until && !(await isRested().catch(() => false))) await pause(200);
  };
  return {
    async attempt(perSecond) {
      await rest();
      const before = await bot.cpuMs();
      const step = await runStep(crowd, { perSecond, seconds: SECONDS });
      const cpu = ((await bot.cpuMs()) - before) / step.sent;
      const sender = `sender late ${ms(step.senderP99)} ms, ${(100 * step.senderBusy).toFixed(0)} % busy`;
      const figures = `p50 ${ms(step.median)} ms, p99 ${ms(step.p99)} ms, ${cpu.toFixed(2)} ms CPU each`;
      const words = { holds: 'holds', fails: 'does not hold', unclear: 'invalid: the sender was late' };
      console.log(
        `${name} ${perSecond}/s: ${figures}; ${step.failed} unanswered; ${sender}: ${words[step.verdict]}`,
      );
      return step.verdict;
    },
    done: crowd.done,
    async close() {
      await bot.stop();
      await discord.close();
    },
  };
}

/** Questions that stand for a minute, so that there is one to answer nearly always. */
async function setLongQuestions(scratch: string, guildIds: readonly string[]): Promise<void> {
  const store = await openStore({ file: `${scratch}/filmoteca.db` });
  for (const id of guildIds) await store.changeSettings(id, { seconds: 60, pause: 3 });
  await store.close();
}
