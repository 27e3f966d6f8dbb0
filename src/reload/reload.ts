import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Comparison } from '../catalogue/compare.ts';
import { listVersions, type Version } from '../catalogue/versions.ts';
import type { Log } from '../lib/log.ts';
import { createQueue } from '../lib/promises.ts';
import { draftPointer, type PointerDraft, readPointer, writePointer } from '../lib/version-files.ts';
import { EtlFailed, type EtlRun, runEtlProcess } from './etl-process.ts';
import { type FailedRun, noteRun, readFailedRun } from './last-run.ts';

/** Which version is live, and which others there are. */
export interface DataStatus {
  live: string;
  /** The version that was live before, if it still exists. */
  previous: string | undefined;
  /** The published versions, newest first. */
  versions: Version[];
  /** The run of the ETL that is under way in this process. */
  running: Readonly<EtlRun> | undefined;
  /** The last run of the ETL, if it did not publish a version; also after a restart. */
  failed: FailedRun | undefined;
}

/** A confirmed swap is not done, because another version has become live since. */
export class LiveVersionChanged extends Error {}

/** A confirmed swap is not done, because the folder of the versions cannot be written. The message is the system's. */
export class FolderUnwritable extends Error {}

export interface Reload {
  status(): Promise<DataStatus>;
  /**
   * Starts the ETL in a process of its own; `signal` stops it. `run` has its progress. `version` resolves with the name of the
   * new version, which is not live yet, or rejects with EtlFailed. Throws EtlFailed if a run is under way.
   */
  startEtl(signal: AbortSignal): { run: Readonly<EtlRun>; version: Promise<string> };
  /** Checks a version and returns what would change. Throws VersionRefused. */
  compare(version: string): Promise<Comparison>;
  /**
   * Replaces the live version `from` by another one: in this process and, by the pointer `current`, in every other. Throws
   * VersionRefused, FolderUnwritable, or LiveVersionChanged if `from` is no longer live; the live version stays then.
   */
  apply(version: string, from: string): Promise<void>;
  /**
   * Swaps to the version that `current` names, if it is not live yet. If that version is refused, sets `current` back, so that no
   * process starts with it. `again` also retries a version that was refused before. Never throws.
   */
  follow(again?: boolean): Promise<void>;
  /** Stops the run of the ETL that is under way, and waits for a swap that is under way. */
  close(): Promise<void>;
}

/** Changes the data of this process, one change at a time. */
export function createReload({
  catalogue,
  folder,
  rawFolder,
  clock,
  log,
}: {
  catalogue: Pick<Catalogue, 'swap' | 'version' | 'compare'>;
  /** The folder of the published versions. */
  folder: string;
  /** The folder of the raw files; by default the ETL's own choice. */
  rawFolder?: string | undefined;
  clock: () => number;
  log: Log;
}): Reload {
  const queue = createQueue();
  const closing = new AbortController();
  let running: EtlRun | undefined;
  /** A failed run that could not be written to the disk. */
  let unwrittenRun: FailedRun | undefined;
  /** The version in `current` that was refused and could not be set back. */
  let refused: string | undefined;

  const swap = async (to: string) => {
    const from = catalogue.version();
    const started = clock();
    await catalogue.swap(to);
    log.info({ from, to, ms: clock() - started }, 'data swapped');
    return from;
  };

  const followNow = async (again: boolean) => {
    const named = await readPointer(folder, 'current');
    if (again) {
      log.info({ current: named, live: catalogue.version() }, 'asked to look at `current`');
      refused = undefined;
    }
    if (named === undefined || named === catalogue.version()) refused = undefined;
    else if (named !== refused) await swapToNamed(named);
  };

  const swapToNamed = async (named: string) => {
    // `current` may change while the version is loaded.
    const isStillNamed = async () => (await readPointer(folder, 'current')) === named;
    let from: string;
    try {
      from = await swap(named);
    } catch (error) {
      refused = named;
      log.error({ version: named, error }, 'the version in `current` was refused, the data stay as they are');
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
      throw new FolderUnwritable(error instanceof Error ? error.message.split(',')[0] : String(error));
    }
  };

  const writeRun = async (failed: FailedRun | undefined) => {
    unwrittenRun = failed;
    try {
      await noteRun(folder, failed);
      unwrittenRun = undefined;
    } catch (error) {
      log.warn({ error }, 'the failed run of the ETL cannot be written: it is forgotten after a restart');
    }
  };

  const runRecorded = async (run: EtlRun, signal: AbortSignal) => {
    const { since } = run;
    await writeRun({ since, why: 'cut off', reason: '' });
    try {
      const version = await runEtlProcess(folder, { from: rawFolder, signal, run });
      await writeRun(undefined);
      return version;
    } catch (error) {
      const wasKilled = error instanceof EtlFailed && error.why === 'killed';
      const why = wasKilled ? 'killed' : 'failed';
      const reason = error instanceof Error ? error.message : String(error);
      await writeRun({ since, why: signal.aborted ? 'stopped' : why, reason });
      throw error;
    }
  };

  return {
    async status() {
      const versions = await listVersions(folder);
      const live = catalogue.version();
      const previous = await readPointer(folder, 'previous');
      const exists = previous !== live && versions.some(({ name }) => name === previous);
      const failed = running === undefined ? (unwrittenRun ?? (await readFailedRun(folder))) : undefined;
      return { live, previous: exists ? previous : undefined, versions, running, failed };
    },
    startEtl(signal) {
      if (running !== undefined) throw new EtlFailed('busy');
      const run: EtlRun = { since: clock(), step: '', percent: 0 };
      running = run;
      const version = runRecorded(run, AbortSignal.any([closing.signal, signal])).finally(() => {
        running = undefined;
      });
      // The caller may have failed before the run does.
      version.catch(() => undefined);
      return { run, version };
    },
    compare: (version) => catalogue.compare(version),
    apply: (version, from) =>
      queue.run(async () => {
        if (catalogue.version() !== from) throw new LiveVersionChanged();
        // Finds out whether the folder can be written before the data change.
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
