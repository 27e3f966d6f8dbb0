import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { LocalDiscord } from '#local-discord';
import type { Ground } from './fault.ts';

/** How long the bot has to leave when it is asked to. */
const LEAVE_MS = 15_000;

export interface BotProcess {
  /** The memory that it holds, in MB. */
  residentMb(): Promise<number>;
  /** The processor time that it has had so far, in ms. */
  cpuMs(): Promise<number>;
  /** Asks it to leave; gives what was still open when it did not, or the code it left with when that is not 0. */
  stop(): Promise<string[]>;
}

/** How a bot is started: by default ours, which says its errors and nothing else. */
export interface BotStart {
  program?: string;
  /** Of the log; what is not an error is written for nobody. */
  logLevel?: string;
  /** Whether all that is garbage is collected before its memory is told. */
  tidy?: boolean;
}

/** Starts the bot as `npm start` does, in a process of its own, and waits until it is on the Discord given. */
export async function startBotProcess(
  discord: LocalDiscord,
  { parquet, scratch }: Pick<Ground, 'parquet' | 'scratch'>,
  { program = 'bin/bot.ts', logLevel = 'error', tidy = false }: BotStart = {},
): Promise<BotProcess> {
  const probe = new URL('../bench/report-usage.ts', import.meta.url).href;
  const child = fork(program, {
    execArgv: [...(tidy ? ['--expose-gc'] : []), '--import', 'tsx', '--import', probe],
    stdio: ['ignore', logLevel === 'error' ? 'inherit' : 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      DATABASE_URL: '',
      PARQUET_DIR: parquet,
      STATE_DIR: scratch,
      LOG_LEVEL: logLevel,
    },
  });
  const exit = once(child, 'exit');
  await Promise.race([
    untilRegistered(discord),
    exit.then(([code]) => Promise.reject(new Error(`the bot ended with ${code} before it was there`))),
  ]);
  const held = () => {
    const ended = exit.then(([code, signal]) =>
      Promise.reject(new Error(`the bot ended with ${code ?? signal}`)),
    );
    return Promise.race([ask(child), ended]);
  };
  return {
    residentMb: async () => (await held()).residentMb,
    cpuMs: async () => (await held()).cpuMs,
    async stop() {
      child.kill('SIGTERM');
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), LEAVE_MS);
      const left = await Promise.race([exit, once(late.signal, 'abort').then(() => undefined)]);
      clearTimeout(timer);
      if (left !== undefined) return left[0] === 0 ? [] : [`the bot left with ${left[0] ?? left[1]}`];
      const { open } = await ask(child);
      child.kill('SIGKILL');
      return open.map((name) => `still open after the stop: ${name}`);
    },
  };
}

/** The bot is there when it has said which commands it has. */
async function untilRegistered(discord: LocalDiscord): Promise<void> {
  await discord.gateway.ready(60_000);
  const person = discord.person({ name: 'Ana' });
  while (person.commands().length === 0) await delay(50);
}

interface Held {
  residentMb: number;
  cpuMs: number;
  open: string[];
}

async function ask(child: ChildProcess): Promise<Held> {
  const answer = once(child, 'message');
  child.send('what do you hold?');
  const [held] = await answer;
  return held as Held;
}
