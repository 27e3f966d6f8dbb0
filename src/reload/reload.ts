import type { Logger } from 'pino';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Comparison } from '../catalogue/compare.ts';
import { listVersions, type Version } from '../catalogue/versions.ts';
import { createQueue } from '../lib/queue.ts';
import { readPointer, writePointer } from '../lib/version-files.ts';
import { EtlFailed, type EtlRun, runEtlBeside } from './etl-run.ts';

/** Which data are live and which could be. */
export interface DataStatus {
  live: string;
  /** What was live before it, where that is still at hand. */
  previous: string | undefined;
  /** The published versions, the newest first. */
  versions: Version[];
  /** The ETL under way in this process. */
  running: EtlRun | undefined;
  /** Why this process's last run of the ETL gave nothing. */
  failure: string | undefined;
}

/** Why a swap that was agreed to is not done: other data have become live since. */
export class MovedOn extends Error {}

export interface Reload {
  status(): Promise<DataStatus>;
  /** Runs the ETL in a process of its own; gives the version it made, which is not live yet. Throws EtlFailed. */
  runEtl(): Promise<string>;
  /** Checks a version and tells what would change. Throws VersionRefused. */
  compare(version: string): Promise<Comparison>;
  /**
   * Puts a version in the place of `from`, here and then, by `current`, in every process. Throws VersionRefused, or
   * MovedOn when `from` is no longer live; the live data then stay.
   */
  apply(version: string, from: string): Promise<void>;
  /**
   * Takes the version that `current` names, where that is another than the live one. One that is refused loses its place in
   * `current`, so that no process starts with it. `again` also tries one that was refused before. Never throws.
   */
  follow(again?: boolean): Promise<void>;
  /** Ends the run of the ETL under way; whatever is being loaded is waited for. */
  close(): Promise<void>;
}

/** What changes the data of this process. Works on one thing at a time. */
export function createReload({
  catalogue,
  folder,
  rawFolder,
  clock,
  log,
}: {
  catalogue: Pick<Catalogue, 'swap' | 'version' | 'compare'>;
  /** Where the versions are published. */
  folder: string;
  /** Where the raw files are, when not where the ETL looks by itself. */
  rawFolder?: string | undefined;
  clock: () => number;
  log: Logger;
}): Reload {
  const queue = createQueue();
  const closing = new AbortController();
  let running: EtlRun | undefined;
  let failure: string | undefined;
  /** What `current` named when it was refused and could not be put right. */
  let refused: string | undefined;

  const swap = async (to: string) => {
    const from = catalogue.version();
    const started = clock();
    await catalogue.swap(to);
    log.info({ from, to, ms: clock() - started }, 'data swapped');
    return from;
  };

  const followNow = async (again: boolean) => {
    const wanted = await readPointer(folder, 'current');
    if (again) {
      log.info({ current: wanted, live: catalogue.version() }, 'asked to look at `current`');
      refused = undefined;
    }
    if (wanted === undefined || wanted === catalogue.version()) refused = undefined;
    else if (wanted !== refused) await take(wanted);
  };

  const take = async (wanted: string) => {
    // Somebody may name another one while this one is loaded.
    const isStillNamed = async () => (await readPointer(folder, 'current')) === wanted;
    let from: string;
    try {
      from = await swap(wanted);
    } catch (error) {
      refused = wanted;
      log.error(
        { version: wanted, error },
        'the version in `current` was refused, the data stay as they are',
      );
      if (await isStillNamed()) await writePointer(folder, 'current', catalogue.version());
      return;
    }
    if (await isStillNamed()) await writePointer(folder, 'previous', from);
  };

  return {
    async status() {
      const versions = await listVersions(folder);
      const live = catalogue.version();
      const previous = await readPointer(folder, 'previous');
      const isThere = previous !== live && versions.some(({ name }) => name === previous);
      return { live, previous: isThere ? previous : undefined, versions, running, failure };
    },
    async runEtl() {
      if (running !== undefined) throw new EtlFailed('busy');
      running = { since: clock(), step: '' };
      failure = undefined;
      const note = (step: string) => {
        if (running !== undefined) running.step = step;
      };
      try {
        return await runEtlBeside(folder, { from: rawFolder, signal: closing.signal, note });
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
        throw error;
      } finally {
        running = undefined;
      }
    },
    compare: (version) => catalogue.compare(version),
    apply: (version, from) =>
      queue.run(async () => {
        if (catalogue.version() !== from) throw new MovedOn();
        await swap(version);
        await writePointer(folder, 'previous', from);
        await writePointer(folder, 'current', version);
      }),
    follow: (again = false) =>
      queue
        .run(() => followNow(again))
        .catch((error: unknown) => log.error({ error }, '`current` could not be followed')),
    async close() {
      closing.abort(new EtlFailed('stopped'));
      await queue.idle();
    },
  };
}
