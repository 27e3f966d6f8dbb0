import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { afterTest } from './endings.ts';

/** A folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-start-'));
  afterTest(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Program {
  child: ChildProcess;
  /** All that it has written. */
  output(): string;
  /** Resolves once it has written a text; rejects with its output if it ends before. */
  says(text: string): Promise<void>;
  /** Its exit code; null when a signal ended it. */
  left: Promise<number | null>;
}

export interface Start {
  /** The program and its arguments, in the place of the bot's. */
  words?: readonly string[];
  /** Standard input: a pipe, or `/dev/null`. */
  input?: 'pipe' | 'ignore';
}

/** How `npm start` runs the bot. */
export const bot = [process.execPath, '--import', 'tsx', 'bin/bot.ts'] as const;

/** Starts the bot with the sample, a store of its own and any free port for its page, without anybody's own .env. */
export function startProgram(
  environment: Record<string, string> = {},
  { words = bot, input = 'pipe' }: Start = {},
): Program {
  const [program = '', ...rest] = words;
  const child = spawn(program, rest, {
    env: {
      ...process.env,
      DISCORD_TOKEN: '',
      DATABASE_URL: '',
      LOG_LEVEL: '',
      PAGE_PORT: '0',
      PARQUET_DIR: inject('sampleParquet'),
      STATE_DIR: environment.STATE_DIR ?? newFolder(),
      ...environment,
    },
    stdio: [input, 'pipe', 'pipe'],
  });
  afterTest(() => child.kill('SIGKILL'));
  let output = '';
  const ended = once(child, 'close');
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += chunk;
      for (const look of waiting) look();
    });
  return {
    child,
    output: () => output,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (output.includes(text)) resolve();
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`it ended without "${text}": ${output}`)));
      }),
    left: ended.then(([code]) => code as number | null),
  };
}
