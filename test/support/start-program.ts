import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { afterTest } from './endings.ts';

/** A folder that is deleted after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-start-'));
  afterTest(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Program {
  child: ChildProcess;
  /** Its output so far. */
  output(): string;
  /** Resolves once it has printed a text; rejects with its output if it exits before. */
  prints(text: string): Promise<void>;
  /** Its exit code; null if a signal ended it. */
  exit: Promise<number | null>;
}

export interface Start {
  /** The program and its arguments; by default the bot. */
  command?: readonly string[];
  /** Standard input: a pipe, or `/dev/null`. */
  input?: 'pipe' | 'ignore';
}

/** The command of `npm start`. */
export const bot = [process.execPath, 'bin/run.mjs', 'bin/bot.ts'] as const;

/** Starts the bot with the sample, a new store and a free port for its page, without the variables of a .env. */
export function startProgram(
  environment: Record<string, string> = {},
  { command = bot, input = 'pipe' }: Start = {},
): Program {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
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
  const closed = once(child, 'close');
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += chunk;
      for (const check of waiting) check();
    });
  return {
    child,
    output: () => output,
    prints: (text) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (output.includes(text)) resolve();
        };
        waiting.add(check);
        check();
        void closed.then(() => reject(new Error(`it exited before it printed "${text}": ${output}`)));
      }),
    exit: closed.then(([code]) => code as number | null),
  };
}
