import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ended, startEtl } from './etl-process.ts';

/** A run of the ETL under way; it changes as the run goes on. */
export interface EtlRun {
  /** When it began, in milliseconds since 1970. */
  readonly since: number;
  /** The step that it is at, by the ETL's own name; '' until the first one. */
  step: string;
  /** How much of the work is done, from 0 to 99. It never falls. */
  percent: number;
}

/**
 * Why there is no new version. `busy`: a run is under way already; `failed`: the message is the ETL's last line;
 * `killed`: the system ended the process, the message is the signal; `stopped`: the bot left, or waited too long.
 */
export class EtlFailed extends Error {
  readonly why: 'busy' | 'failed' | 'killed' | 'stopped';
  constructor(why: EtlFailed['why'], line = '') {
    super(line || why);
    this.why = why;
  }
}

const Report = z.object({ manifest: z.object({ version: z.string() }) });
const Message = z.object({ step: z.string(), percent: z.number() });

/** How long the ETL may take to clear up after SIGTERM, in ms; a supervisor kills the bot itself after 10 s. */
const CLEAR_UP_MS = 3000;

/**
 * Runs the ETL beside the bot, at a lower priority: it publishes, and leaves the live version as it is. `from` is the
 * folder of the raw files, by default the ETL's own choice; `run` is kept up to date. Gives the new version's name.
 * Throws EtlFailed, or the signal's reason once that is aborted and the process has ended.
 */
export async function runEtlBeside(
  folder: string,
  { from, signal, run }: { from?: string | undefined; signal: AbortSignal; run: EtlRun },
): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'filmoteca-etl-'));
  const report = join(place, 'report.json');
  const args = [
    '--keep-current',
    '--report',
    report,
    ...(from === undefined ? [] : ['--from', resolve(from)]),
  ];
  let killing: NodeJS.Timeout | undefined;
  try {
    signal.throwIfAborted();
    const child = startEtl(folder, args, 'told');
    const stop = () => {
      child.kill('SIGTERM');
      killing = setTimeout(() => child.kill('SIGKILL'), CLEAR_UP_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    child.on('message', (message) => {
      const told = Message.safeParse(message);
      // tsx sends messages of its own.
      if (!told.success) return;
      run.step = told.data.step;
      run.percent = Math.max(run.percent, told.data.percent);
    });
    let last = '';
    if (child.stderr)
      createInterface({ input: child.stderr }).on('line', (line) => {
        last = line;
      });
    const end = await ended(child);
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
    if (end.signal !== null) throw new EtlFailed('killed', end.signal);
    if (end.code !== 0) throw new EtlFailed('failed', last);
    return Report.parse(JSON.parse(await readFile(report, 'utf8'))).manifest.version;
  } finally {
    clearTimeout(killing);
    await rm(place, { recursive: true, force: true });
  }
}
