import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LocalDiscord } from '#local-discord';
import type { StoreLocation } from '../src/store/location.ts';
import { forkMeasured, readUsage } from './child-usage.ts';

const FILMOTECA = fileURLToPath(new URL('../bin/bot.ts', import.meta.url));

/** How long a bot may take to exit after SIGTERM. */
const EXIT_MS = 15_000;

/** A bot in a separate process. */
export interface BotProcess {
  /** Resident memory in MB. */
  residentMb(): Promise<number>;
  /** CPU time since the start, in milliseconds. */
  cpuMs(): Promise<number>;
  /** Sends SIGKILL and waits until the process has exited. */
  kill(): Promise<void>;
  /**
   * Sends SIGTERM and waits until the process has exited. Returns the problems, one line each: an exit code other than 0,
   * or the handles that were still open after 15 s, when the process is killed.
   */
  stop(): Promise<string[]>;
}

export interface BotOptions {
  discord: LocalDiscord;
  /** The folder of published data. */
  parquet: string;
  store: StoreLocation;
  /** The value of SHARDS: all shards by default. */
  shards?: string;
  /** Another bot's program, for comparison. */
  program?: string;
  /** `errors`: only errors are logged, to this terminal. `discarded`: everything is logged, to nowhere. */
  log?: 'errors' | 'discarded';
  /** Collects garbage before memory is read. */
  exposeGc?: boolean;
  /**
   * Waits for the log line "ready" instead of the registered commands: necessary if another process has registered
   * them. The error says what the process wrote if it exits before.
   */
  untilReady?: boolean;
}

/** Starts a bot as `npm start` does and waits until it serves the given Discord. Rejects if the process exits before. */
export async function startBotProcess({
  discord,
  parquet,
  store,
  shards = '',
  program = FILMOTECA,
  log = 'errors',
  exposeGc = false,
  untilReady = false,
}: BotOptions): Promise<BotProcess> {
  const output = log === 'errors' ? 'inherit' : 'ignore';
  const child = forkMeasured(program, [], {
    execArgv: exposeGc ? ['--expose-gc'] : [],
    stdio: untilReady ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', output, 'inherit', 'ipc'],
    env: {
      ...process.env,
      BOT_LANG: 'en',
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      DEV_GUILD_ID: '',
      SHARDS: shards,
      PARQUET_DIR: parquet,
      STATE_DIR: 'file' in store ? dirname(store.file) : '',
      DATABASE_URL: 'url' in store ? store.url : '',
      LOG_LEVEL: untilReady || log === 'discarded' ? 'info' : 'error',
    },
  });
  const exit = once(child, 'exit');
  await (untilReady ? readyLogged(child) : Promise.race([commandsRegistered(discord), exitedEarly(exit)]));
  return {
    residentMb: async () => (await readUsage(child)).residentMb,
    cpuMs: async () => (await readUsage(child)).cpuMs,
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    async stop() {
      child.kill('SIGTERM');
      const timeout = new AbortController();
      const late = delay(EXIT_MS, undefined, { signal: timeout.signal }).catch(() => undefined);
      const exited = await Promise.race([exit, late]);
      timeout.abort();
      if (exited !== undefined) {
        const [code, signal] = exited;
        return code === 0 ? [] : [`the bot exited with ${code ?? signal}`];
      }
      const { open } = await readUsage(child);
      child.kill('SIGKILL');
      return open.map((name) => `still open after the stop: ${name}`);
    },
  };
}

async function exitedEarly(exit: Promise<unknown[]>): Promise<never> {
  const [code, signal] = await exit;
  throw new Error(`the bot exited with ${code ?? signal} before it was ready`);
}

async function commandsRegistered(discord: LocalDiscord): Promise<void> {
  await discord.gateway.ready(60_000);
  const person = discord.person({ name: 'Ana' });
  while (person.commands().length === 0) await delay(50);
}

function readyLogged(child: ChildProcess): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (!output.includes('"msg":"ready"')) return;
      // Drains the pipes from now on: a full pipe would block the bot.
      for (const stream of [child.stdout, child.stderr]) stream?.off('data', read).resume();
      resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', read);
    child.once('close', (code, signal) =>
      reject(new Error(`the bot exited before it was ready (${signal ?? code}): ${output.slice(-2000)}`)),
    );
  });
}
