import { join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { operatorText } from '../lib/operator-text.ts';
import { createQueue } from '../lib/promises.ts';
import { OperatorError } from '../lib/sentence.ts';
import { readPointer } from '../lib/version-files.ts';
import { openSearch } from '../search/search.ts';
import { type Comparison, compareVersion } from './compare.ts';
import { loadTables, openConnection, openEngine } from './engine.ts';
import { createRead, type Read } from './read.ts';
import { VersionRefused, verifyVersion } from './versions.ts';
import { createViews, type Views } from './views.ts';

export interface Catalogue {
  /**
   * Runs `work` on one snapshot. Work that reads nothing, such as an answer in a game, never waits for a connection.
   * Rejects with `signal.reason` once it is aborted.
   */
  read: Read;
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
  /** How many connections are in use, and how many calls wait for one. */
  load(): { busy: number; waiting: number };
  close(): Promise<void>;
}

interface OpenOptions {
  connections?: number;
  version?: string | undefined;
  memory?: string;
  /** Called when the engine starts to read a version; it reads on threads of its own. */
  onLoading?: (() => void) | undefined;
}

/** The name of the live version of a Parquet folder, or undefined when nothing is published there. */
export const liveVersion = (folder: string): Promise<string | undefined> => readPointer(folder, 'current');

/**
 * Opens a version of `folder`, by default the live one, in memory. `connections` is the maximum number of concurrent
 * transactions; `memory` as openEngine. Throws one sentence when nothing is published there.
 */
export async function openCatalogue(
  folder: string,
  { connections = 4, version: first, memory, onLoading = () => undefined }: OpenOptions = {},
): Promise<Catalogue> {
  const instance = await openEngine(folder, memory);
  const [loader, comparer] = [await instance.connect(), await instance.connect()];
  const views = createViews(
    await Promise.all(Array.from({ length: connections }, () => openConnection(instance))),
  );
  const swaps = createQueue();
  const comparisons = createQueue();

  const catalogue: Catalogue = {
    read: createRead(views),
    async swap(version) {
      const name = version ?? (await liveVersion(folder));
      if (name === undefined) throw new OperatorError(operatorText.noData(folder));
      await swaps.run(() => swapIn({ folder, name, loader, views, onLoading }));
      return name;
    },
    version: views.version,
    compare: (version) =>
      comparisons.run(async () => {
        try {
          await verifyVersion(folder, version);
          return await compareVersion(comparer, join(resolve(folder), version));
        } catch (error) {
          throw new VersionRefused(folder, version, error);
        }
      }),
    load: views.load,
    async close() {
      await Promise.all([swaps.idle(), comparisons.idle()]);
      await views.close();
      instance.closeSync();
    },
  };
  try {
    await catalogue.swap(first);
  } catch (error) {
    instance.closeSync();
    throw error;
  }
  return catalogue;
}

interface Swap {
  folder: string;
  name: string;
  loader: DuckDBConnection;
  views: Views;
  onLoading: () => void;
}

/** Loads, verifies and opens a version side by side, and makes it live. Throws VersionRefused. */
async function swapIn({ folder, name, loader, views, onLoading }: Swap): Promise<void> {
  const path = join(resolve(folder), name);
  const verified = verifyVersion(folder, name);
  const opening = openSearch(path);
  for (const promise of [verified, opening]) promise.catch(() => undefined);
  try {
    await loader.run('begin transaction');
    await loadTables(loader, path, onLoading);
    await verified;
    await views.replace({ name, search: await opening, cache: new Map() }, () => loader.run('commit'));
  } catch (error) {
    await loader.run('rollback').catch(() => undefined);
    await opening.then((search) => search.close()).catch(() => undefined);
    // A damaged file explains every other error.
    throw new VersionRefused(folder, name, await verified.then(() => error).catch((damage) => damage));
  }
}
