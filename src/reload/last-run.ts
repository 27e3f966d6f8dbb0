import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isRunning, processMark } from '../lib/process.ts';

const FILE = '.last-run.json';

/** A run of the ETL that gave no version. */
const Failed = z.object({
  /** When it began, in milliseconds since 1970. */
  since: z.number(),
  /** As in EtlFailed; `cut off`: the bot was killed meanwhile. */
  why: z.enum(['failed', 'killed', 'stopped', 'cut off']),
  /** The ETL's last line, or the signal that ended it. */
  reason: z.string(),
});

export type FailedRun = z.infer<typeof Failed>;

/**
 * Notes beside the versions how the last run failed; undefined after a success. A run under way is noted as cut off,
 * so that the note is right if this process is killed.
 */
export async function noteRun(folder: string, failed: FailedRun | undefined): Promise<void> {
  const file = join(folder, FILE);
  if (failed === undefined) return rm(file, { force: true });
  await writeFile(file, JSON.stringify({ ...failed, process: processMark() }));
}

/** The last run that a bot with this folder was asked for, where it gave no version and is not under way. */
export async function readFailedRun(folder: string): Promise<FailedRun | undefined> {
  try {
    const noted = JSON.parse(await readFile(join(folder, FILE), 'utf8'));
    const { process, ...failed } = Failed.extend({ process: z.string() }).parse(noted);
    return failed.why === 'cut off' && isRunning(process) ? undefined : failed;
  } catch {
    // There is no such file, or it was cut while it was written.
    return undefined;
  }
}
