import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants as os, setPriority, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { liveVersion } from '../catalogue/catalogue.ts';
import { makeFolder } from '../lib/make-folder.ts';
import { operatorText } from '../lib/operator-text.ts';
import { OperatorError, sentenceOf } from '../lib/sentence.ts';

/** A run of the ETL that is under way; the object changes as the run goes on. */
export interface EtlRun {
  /** When it started, in ms since 1970. */
  readonly since: number;
  /** The current step, by the ETL's own name; '' until the first step. */
  step: string;
  /** How much of the work is done, from 0 to 99. It never decreases. */
  percent: number;
}

/**
 * Why there is no new version. `busy`: a run is under way already; `failed`: the message is the ETL's last line; `killed`:
 * the system ended the process, and the message is the signal; `stopped`: the bot stopped, or the time limit has passed.
 */
export class EtlFailed extends Error {
  readonly why: 'busy' | 'failed' | 'killed' | 'stopped';
  constructor(why: EtlFailed['why'], line = '') {
    super(line || why);
    this.why = why;
  }
}

const project = fileURLToPath(new URL('../..', import.meta.url));

/** `terminal`: the ETL prints its own progress. `ipc`: it sends its progress as messages, and its stderr is read. */
const outputs = {
  terminal: ['ignore', 'inherit', 'inherit'],
  ipc: ['ignore', 'ignore', 'pipe', 'ipc'],
} satisfies Record<string, StdioOptions>;

/** Starts the ETL in a process of its own, which publishes in `folder`. */
export function spawnEtl(
  folder: string,
  options: readonly string[],
  output: keyof typeof outputs,
): ChildProcess {
  const args = ['bin/run.mjs', 'etl/main.ts', '--to', resolve(folder), ...options];
  return spawn(process.execPath, args, { cwd: project, stdio: outputs[output] });
}

/** Waits until a process has ended and all its output is read; returns its exit code and the signal that ended it. */
export async function waitForExit(
  child: ChildProcess,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  const [code, signal] = await once(child, 'close');
  return { code, signal };
}

const Report = z.object({ manifest: z.object({ version: z.string() }) });
const Progress = z.object({ step: z.string(), percent: z.number() });

/** How long the ETL may take to clean up after SIGTERM, in ms; a supervisor kills the bot after 10 s. */
const CLEAN_UP_MS = 3000;

/**
 * Runs the ETL at a lower priority than the bot. It publishes a version without making it live. `from` is the folder of the
 * raw files, by default the ETL's own choice; `run` is updated as the ETL reports its progress. Returns the new version's name.
 * Throws EtlFailed, or the signal's reason after an abort, once the process has ended.
 */
export async function runEtlProcess(
  folder: string,
  { from, signal, run }: { from?: string | undefined; signal: AbortSignal; run: EtlRun },
): Promise<string> {
  const reportFolder = await mkdtemp(join(tmpdir(), 'filmoteca-etl-'));
  const report = join(reportFolder, 'report.json');
  const options = [
    '--keep-current',
    '--report',
    report,
    ...(from === undefined ? [] : ['--from', resolve(from)]),
  ];
  let killTimer: NodeJS.Timeout | undefined;
  try {
    signal.throwIfAborted();
    const child = spawnEtl(folder, options, 'ipc');
    const stop = () => {
      child.kill('SIGTERM');
      killTimer = setTimeout(() => child.kill('SIGKILL'), CLEAN_UP_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (child.pid !== undefined) setPriority(child.pid, os.priority.PRIORITY_LOW);
    child.on('message', (message) => {
      const { step, percent } = Progress.parse(message);
      run.step = step;
      run.percent = Math.max(run.percent, percent);
    });
    let lastLine = '';
    if (child.stderr)
      createInterface({ input: child.stderr }).on('line', (line) => {
        lastLine = line;
      });
    const exit = await waitForExit(child);
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
    if (exit.signal !== null) throw new EtlFailed('killed', exit.signal);
    if (exit.code !== 0) throw new EtlFailed('failed', lastLine);
    return Report.parse(JSON.parse(await readFile(report, 'utf8'))).manifest.version;
  } finally {
    clearTimeout(killTimer);
    await rm(reportFolder, { recursive: true, force: true });
  }
}

/**
 * Runs the ETL if nothing is published in `folder` yet. `onStart` is called before it runs. `quiet`: the ETL
 * prints only its progress on a terminal, and warnings. Throws if it fails; the ETL prints the reason itself. Throws one line
 * if the folder cannot be made or written.
 */
export async function publishFirstData(
  folder: string,
  { quiet, onStart }: { quiet: boolean; onStart?: () => void },
): Promise<void> {
  if ((await liveVersion(folder)) !== undefined) return;
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new OperatorError(operatorText.folderUnusable(folder, sentenceOf(error), 'PARQUET_DIR'), {
      cause: error,
    });
  }
  onStart?.();
  const child = spawnEtl(folder, quiet ? ['--quiet'] : [], 'terminal');
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const { code } = await waitForExit(child);
  process.off('SIGTERM', stop).off('SIGINT', stop);
  if (code !== 0) throw new OperatorError(operatorText.noFirstData);
}
