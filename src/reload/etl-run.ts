import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { startEtl, succeeds } from '../etl-process.ts';

/** A run of the ETL under way. */
export interface EtlRun {
  /** When it began, in milliseconds since 1970. */
  since: number;
  /** What it is at, in the ETL's own words. */
  step: string;
}

/** Why there is no new version: a run is under way already, the ETL failed (its last line says why), or it was stopped. */
export class EtlFailed extends Error {
  readonly why: 'busy' | 'failed' | 'stopped';
  constructor(why: EtlFailed['why'], line = '') {
    super(line || why);
    this.why = why;
  }
}

const Report = z.object({ manifest: z.object({ version: z.string() }) });

/**
 * Runs the ETL beside the bot, at a lower priority: it publishes, and leaves the live version as it is. `from` is the
 * folder of the raw files, by default the ETL's own choice. Gives the new version's name, whoever still waits for it (a
 * deferred answer has 15 minutes); throws EtlFailed.
 */
export async function runEtlBeside(
  folder: string,
  { from, signal, note }: { from?: string | undefined; signal: AbortSignal; note: (step: string) => void },
): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'filmoteca-etl-'));
  const report = join(place, 'report.json');
  const args = [
    '--keep-current',
    '--report',
    report,
    ...(from === undefined ? [] : ['--from', resolve(from)]),
  ];
  try {
    signal.throwIfAborted();
    const child = startEtl(folder, args, 'pipe');
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let last = '';
    child.stdout?.resume();
    if (child.stderr)
      createInterface({ input: child.stderr }).on('line', (line) => {
        last = line;
        note(line);
      });
    const done = await succeeds(child);
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
    if (!done) throw new EtlFailed('failed', last);
    return Report.parse(JSON.parse(await readFile(report, 'utf8'))).manifest.version;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
