import type { Logger } from 'pino';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Comparison } from '../catalogue/compare.ts';
import { listVersions, type Version } from '../catalogue/versions.ts';
import { createQueue } from '../lib/promises.ts';
import { draftPointer, type PointerDraft, readPointer, writePointer } from '../lib/version-files.ts';
import { EtlFailed, type EtlRun, runEtlBeside } from './etl-run.ts';
import { type FailedRun, noteRun, readFailedRun } from './last-run.ts';

/** Which data are live and which could be. */
export interface DataStatus {
  live: string;
  /** What was live before it, where that is still at hand. */
  previous: string | undefined;
  /** The published versions, the newest first. */
  versions: Version[];
  /** The ETL under way in this process. */
  running: Readonly<EtlRun> | undefined;
  /** The last run of the ETL that was asked for, where it gave no version; it outlives a restart. */
  failed: FailedRun | undefined;
}

/** Why a swap that was agreed to is not done: other data have become live since. */
export class MovedOn extends Error {}

/** Why a swap that was agreed to is not done: the folder of the versions cannot be written. The message is the system's. */
export class Unwritable extends Error {}

export interface Reload {
  status(): Promise<DataStatus>;
  /**
   * Starts the ETL in a process of its own; `signal` ends it. `run` says how far it is, `version` gives the version it
   * made, which is not live yet, or rejects with EtlFailed. Throws EtlFailed where a run is under way.
   */
  startEtl(signal: AbortSignal): { run: Readonly<EtlRun>; version: Promise<string> };
  /** Checks a version and tells what would change. Throws VersionRefused. */
  compare(version: string): Promise<Comparison>;
  /**
   * Puts a version in the place of `from`, here and then, by `current`, in every process. Throws VersionRefused,
   * Unwritable, or MovedOn when `from` is no longer live; the live data then stay.
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
  /** What could not be noted on the disk. */
  let unnoted: FailedRun | undefined;
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

  const draftBoth = async (current: string, previous: string): Promise<PointerDraft[]> => {
    const drafts: PointerDraft[] = [];
    try {
      drafts.push(await draftPointer(folder, 'previous', previous));
      drafts.push(await draftPointer(folder, 'current', current));
      return drafts;
    } catch (error) {
      for (const { discard } of drafts) await discard().catch(() => undefined);
      throw new Unwritable(error instanceof Error ? error.message.split(',')[0] : String(error));
    }
  };

  const note = async (failed: FailedRun | undefined) => {
    unnoted = failed;
    try {
      await noteRun(folder, failed);
      unnoted = undefined;
    } catch (error) {
      log.warn({ error }, 'the run of the ETL cannot be noted: after a restart it is forgotten');
    }
  };

  const runNoted = async (run: EtlRun, signal: AbortSignal) => {
    const { since } = run;
    await note({ since, why: 'cut off', reason: '' });
    try {
      const version = await runEtlBeside(folder, { from: rawFolder, signal, run });
      await note(undefined);
      return version;
    } catch (error) {
      const wasKilled = error instanceof EtlFailed && error.why === 'killed';
      const why = wasKilled ? 'killed' : 'failed';
      const reason = error instanceof Error ? error.message : String(error);
      await note({ since, why: signal.aborted ? 'stopped' : why, reason });
      throw error;
    }
  };

  return {
    async status() {
      const versions = await listVersions(folder);
      const live = catalogue.version();
      const previous = await readPointer(folder, 'previous');
      const isThere = previous !== live && versions.some(({ name }) => name === previous);
      const failed = running === undefined ? (unnoted ?? (await readFailedRun(folder))) : undefined;
      return { live, previous: isThere ? previous : undefined, versions, running, failed };
    },
    startEtl(signal) {
      if (running !== undefined) throw new EtlFailed('busy');
      const run: EtlRun = { since: clock(), step: '', percent: 0 };
      running = run;
      const version = runNoted(run, AbortSignal.any([closing.signal, signal])).finally(() => {
        running = undefined;
      });
      // Whoever asked may have failed before the run does.
      version.catch(() => undefined);
      return { run, version };
    },
    compare: (version) => catalogue.compare(version),
    apply: (version, from) =>
      queue.run(async () => {
        if (catalogue.version() !== from) throw new MovedOn();
        // A folder that cannot be written is found before the data change, not after.
        const drafts = await draftBoth(version, from);
        try {
          await swap(version);
          for (const { publish } of drafts) await publish();
        } finally {
          for (const { discard } of drafts) await discard();
        }
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
