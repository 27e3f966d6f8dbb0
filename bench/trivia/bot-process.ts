import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalDiscord } from '#local-discord';
import type { StoreLocation } from '../../src/store/store.ts';

const MAIN = fileURLToPath(new URL('../../bin/bot.ts', import.meta.url));

/** The bot as `npm start` runs it, in a process of its own that can die. */
export interface BotProcess {
  /** Ends it as a power cut would: nothing of its own runs any more. */
  kill(): Promise<void>;
  /** Asks it to leave, and waits until it has. */
  stop(): Promise<void>;
}

/** Where a bot finds its Discord, its films and its store. */
export interface Surroundings {
  readonly discord: Pick<LocalDiscord, 'api' | 'token'>;
  readonly parquet: string;
  readonly store: StoreLocation;
  /** Which shards it has, as SHARDS says it; by default all. */
  readonly shards?: string;
}

/** Starts a bot; resolves when it says that it is ready. Throws what it wrote when it ends before. */
export async function startBotProcess({
  discord,
  parquet,
  store,
  shards = '',
}: Surroundings): Promise<BotProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      DEV_GUILD_ID: '',
      SHARDS: shards,
      PARQUET_DIR: parquet,
      STATE_DIR: 'file' in store ? dirname(store.file) : '',
      DATABASE_URL: 'url' in store ? store.url : '',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const left = once(child, 'exit');
  const orphan = () => child.kill('SIGKILL');
  process.once('exit', orphan);
  void left.then(() => process.off('exit', orphan));
  await isReady(child);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    await left;
  };
  return { kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function isReady(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (!said.includes('"msg":"ready"')) return;
      // From now on what it says is taken and forgotten, so that it is never held up.
      for (const stream of [child.stdout, child.stderr]) stream?.off('data', hear).resume();
      resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear);
    child.once('close', (code, signal) =>
      reject(new Error(`the bot ended before it was ready (${signal ?? code}): ${said.slice(-2000)}`)),
    );
  });
}
