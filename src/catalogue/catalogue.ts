import { setMaxListeners } from 'node:events';
import { join, resolve } from 'node:path';
import { createLease } from '../lib/lease.ts';
import { operatorText } from '../lib/operator-text.ts';
import { createQueue } from '../lib/promises.ts';
import { OperatorError } from '../lib/sentence.ts';
import { readPointer } from '../lib/version-files.ts';
import { openSearch } from '../search/search.ts';
import { type Comparison, compareVersion } from './compare.ts';
import { type Engine, openEngine } from './engine.ts';
import { createLoadedVersion, type LoadedVersion } from './loaded-version.ts';
import type { Snapshot } from './snapshot.ts';
import { VersionRefused, verifyVersion } from './versions.ts';

export interface Catalogue {
  /**
   * Runs `work` on one version of the data, which stays in memory until `work` settles. A query waits for a free connection;
   * searches, and work that reads nothing, such as an answer in a game, never do. Once `signal` is aborted, every read of the
   * snapshot rejects with its reason, and the query that runs is interrupted.
   */
  read<Result>(signal: AbortSignal, work: (snapshot: Snapshot) => Promise<Result>): Promise<Result>;
  /**
   * Loads a published version (by default the live one) in place of the present data and returns its name.
   * Readers see the old data or the new. Throws VersionRefused, with the old data still live, when it cannot be read or
   * fails a check. One swap at a time: the next waits.
   */
  swap(version?: string): Promise<string>;
  /** The name of the version that is loaded. */
  version(): string;
  /** The changes that a swap to a version would make. Throws VersionRefused if it cannot be read or fails a check. */
  compare(version: string): Promise<Comparison>;
  /** How many connections are in use, and how many queries wait for one. */
  load(): { busy: number; waiting: number };
  close(): Promise<void>;
}

interface OpenOptions {
  /** The maximum number of concurrent queries. */
  connections?: number;
  version?: string | undefined;
  /** Bounds data and queries together; by default 80 % of the machine's memory. */
  memory?: string;
  /** Called when the engine starts to read a version; it reads on threads of its own. */
  onLoading?: (() => void) | undefined;
}

/** The name of the live version of a Parquet folder, or undefined when nothing is published there. */
export const liveVersion = (folder: string): Promise<string | undefined> => readPointer(folder, 'current');

/** Opens a version of `folder`, by default the live one, in memory. Throws one sentence when nothing is published there. */
export async function openCatalogue(
  folder: string,
  { connections = 4, version: first, memory, onLoading = () => undefined }: OpenOptions = {},
): Promise<Catalogue> {
  const engine = await openEngine(folder, { connections, memory, onLoading });
  const versions = createLease<LoadedVersion>((version) => version.close());
  const swaps = createQueue();
  const comparisons = createQueue();

  /** Runs `use` on the live version, which is not closed before. */
  async function withVersion<Result>(use: (version: LoadedVersion) => Promise<Result>): Promise<Result> {
    const { held, release } = versions.hold();
    try {
      return await use(held);
    } finally {
      release();
    }
  }

  const catalogue: Catalogue = {
    read(signal, work) {
      // Every pending read listens to the signal; by default Node warns of a leak from eleven listeners on.
      setMaxListeners(0, signal);
      return withVersion((version) => work(version.snapshot(signal)));
    },
    async swap(version) {
      const name = version ?? (await liveVersion(folder));
      if (name === undefined) throw new OperatorError(operatorText.noData(folder));
      await swaps.run(async () => versions.replace(await loadVersion(folder, name, engine)));
      return name;
    },
    version: () => versions.current().name,
    compare: (version) =>
      comparisons.run(async () => {
        try {
          await verifyVersion(folder, version);
          return await withVersion(({ tables }) => compareVersion(tables, join(resolve(folder), version)));
        } catch (error) {
          throw new VersionRefused(folder, version, error);
        }
      }),
    load: () => versions.current().tables.load(),
    async close() {
      await Promise.all([swaps.idle(), comparisons.idle()]);
      await versions.close();
      engine.close();
    },
  };
  try {
    await catalogue.swap(first);
  } catch (error) {
    engine.close();
    throw error;
  }
  return catalogue;
}

/** Loads and verifies a version. Throws VersionRefused. */
async function loadVersion(folder: string, name: string, engine: Engine): Promise<LoadedVersion> {
  const verified = verifyVersion(folder, name);
  const opening = [engine.load(name), openSearch(join(resolve(folder), name)), verified] as const;
  try {
    const [tables, search] = await Promise.all(opening);
    return createLoadedVersion(name, tables, search);
  } catch (error) {
    for (const part of await Promise.allSettled(opening))
      if (part.status === 'fulfilled') await part.value?.close();
    // A damaged file explains every other error.
    throw new VersionRefused(folder, name, await verified.then(() => error).catch((damage) => damage));
  }
}
