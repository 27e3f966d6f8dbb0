import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isRunning, processMark } from '../lib/process.ts';

const FILE = '.last-run.json';

/** A run of the ETL that did not publish a version. */
const FailedRun = z.object({
  /** When it started, in ms since 1970. */
  since: z.number(),
  /** As in EtlFailed; `cut off`: the bot was killed during the run. */
  why: z.enum(['failed', 'killed', 'stopped', 'cut off']),
  /** The ETL's last line, or the signal that ended it. */
  reason: z.string(),
});

export type FailedRun = z.infer<typeof FailedRun>;

/**
 * Writes beside the versions how the last run failed; `undefined` after a success. A run that is under way is written as cut
 * off, so that the note is right if this process is killed.
 */
export async function noteRun(folder: string, failed: FailedRun | undefined): Promise<void> {
  const file = join(folder, FILE);
  if (failed === undefined) return rm(file, { force: true });
  await writeFile(file, JSON.stringify({ ...failed, process: processMark() }));
}

/** The last run in this folder, if it did not publish a version and is not under way. */
export async function readFailedRun(folder: string): Promise<FailedRun | undefined> {
  try {
    const note = JSON.parse(await readFile(join(folder, FILE), 'utf8'));
    const { process, ...failed } = FailedRun.extend({ process: z.string() }).parse(note);
    return failed.why === 'cut off' && isRunning(process) ? undefined : failed;
  } catch {
    // The file is missing, or was cut off while it was written.
    return undefined;
  }
}
