import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import { createLease } from '../lib/lease.ts';
import { createQueue, withAbort } from '../lib/promises.ts';
import { resultRows } from '../lib/result-rows.ts';
import { readPointer } from '../lib/version-files.ts';
import { openSearch, type Search } from '../search/search.ts';
import { type Comparison, compareVersion } from './compare.ts';
import { loadTables } from './load.ts';
import { createPool } from './pool.ts';
import { VersionRefused } from './refused.ts';
import type { Params, Snapshot } from './snapshot.ts';
import { createTogether } from './together.ts';
import { verifyVersion } from './versions.ts';
import { withholdNothing } from './withheld.ts';

export interface Catalogue {
  /**
   * Runs `work` on one connection inside one transaction, both taken at its first question: work that asks nothing, as
   * an answer in a game, waits for no look-up. Rejects with `signal.reason` once it is aborted.
   * `namesApart`: names are found without a transaction, for what a key pressed needs is names and no more; a swap may fall
   * between them and a query.
   */
  read<Result>(
    signal: AbortSignal,
    work: (snapshot: Snapshot) => Promise<Result>,
    options?: { namesApart?: boolean },
  ): Promise<Result>;
  /**
   * Loads a published version (by default the live one) in place of the present data and returns its name.
   * Readers see the old data or the new. Throws VersionRefused, with the old data still live, when it cannot be read or
   * fails a check. One swap at a time: the next waits.
   */
  swap(version?: string): Promise<string>;
  /** The name of the version that is loaded. */
  version(): string;
  /** What a swap to a version would change. Throws VersionRefused when it cannot be read or fails a check. */
  compare(version: string): Promise<Comparison>;
  /** How many connections are at work, and how many calls wait for one. */
  load(): { busy: number; waiting: number };
  close(): Promise<void>;
}

interface OpenOptions {
  connections?: number;
  version?: string | undefined;
  memory?: string;
  /** Called whenever the engine begins to read a version, which it does on threads of its own. */
  onLoading?: (() => void) | undefined;
}

/** The name of the live version of a Parquet folder, or undefined when nothing is published there. */
export const liveVersion = (folder: string): Promise<string | undefined> => readPointer(folder, 'current');

/**
 * Opens a version of `folder`, by default the live one, in memory. `connections` bounds the queries under way, `memory` what
 * data and queries may take ("1GB"; by default four fifths of the machine's). The engine can read nothing outside the
 * folder. Throws one clear line when nothing is published there.
 */
export async function openCatalogue(
  folder: string,
  { connections = 4, version: wanted, memory, onLoading = () => undefined }: OpenOptions = {},
): Promise<Catalogue> {
  const limit: Record<string, string> = memory === undefined ? {} : { memory_limit: memory };
  const instance = await DuckDBInstance.create(':memory:', { ...settings, ...limit });
  const loader = await instance.connect();
  await loader.run('set variable folder = $folder', { folder: resolve(folder) });
  await loader.run(readOnly);
  const comparer = await instance.connect();
  const searches = createLease<Searched>(({ search }) => search.close());
  const endings = new Set<Promise<void>>();
  const lendable = await Promise.all(Array.from({ length: connections }, () => connect(instance)));
  const pool = createPool(lendable);
  const swaps = createQueue();
  const comparisons = createQueue();
  let live = '';
  /** Transactions that have begun and may not see their data yet. */
  const beginning = new Set<Promise<unknown>>();
  /** A commit under way: nobody begins meanwhile. */
  let committing: Promise<void> | undefined;

  const openView = async (signal: AbortSignal): Promise<View> => {
    const lent = await pool.take(signal);
    while (committing !== undefined) await committing.catch(() => undefined);
    const { connection } = lent;
    const { held, release } = searches.hold();
    const seen = live;
    const stop = () => connection.interrupt();
    signal.addEventListener('abort', stop, { once: true });
    // Queries wait for it, the search does not.
    const begun = connection.run(begin);
    beginning.add(begun);
    lent.busy = begun.catch(() => undefined).then(() => beginning.delete(begun));
    const leave = () => {
      release();
      signal.removeEventListener('abort', stop);
      // The answer need not wait for the end of its transaction.
      const ending = lent.busy
        .catch(() => undefined)
        .then(() => connection.run('rollback'))
        .catch(() => undefined)
        .then(() => {
          if (seen !== live) forget(lent);
          endings.delete(ending);
          pool.give(lent);
        });
      endings.add(ending);
    };
    return { lent, ...held, leave };
  };

  /** Makes what the loader has loaded the data of all who begin from now on, tables and search at once. */
  const commit = async (name: string, search: Search) => {
    committing = (async () => {
      await Promise.allSettled(beginning);
      await loader.run('commit');
      searches.replace({ search, made: new Map() });
      live = name;
    })();
    try {
      await committing;
    } finally {
      committing = undefined;
    }
    for (const lent of lendable) lent.busy = lent.busy.catch(() => undefined).then(() => forget(lent));
  };

  const load = async (name: string) => {
    const path = join(resolve(folder), name);
    const verified = verifyVersion(folder, name);
    const opening = openSearch(path);
    for (const awaited of [verified, opening]) awaited.catch(() => undefined);
    try {
      await loader.run('begin transaction');
      await loadTables(loader, path, onLoading);
      await verified;
      await commit(name, await opening);
    } catch (error) {
      await loader.run('rollback').catch(() => undefined);
      await opening.then((search) => search.close()).catch(() => undefined);
      // Files that are not what they were explain whatever else went wrong.
      throw new VersionRefused(folder, name, await verified.then(() => error).catch((spoilt) => spoilt));
    }
    return name;
  };

  const catalogue: Catalogue = {
    load: pool.load,
    async read(signal, work, { namesApart = false } = {}) {
      let view: Promise<View> | undefined;
      const look = () => {
        view ??= openView(signal);
        return view;
      };
      const ask: Snapshot['query'] = async (sql, params) => query((await look()).lent, signal, sql, params);
      try {
        return await work(
          withholdNothing({
            query: ask,
            rowsOf: createTogether(ask),
            async once<Row, Made>(sql: string, make: (rows: Row[]) => Made) {
              const { made } = await look();
              if (!made.has(sql)) made.set(sql, make(await ask<Row>(sql)));
              return made.get(sql) as Made;
            },
            find: async (...asked) => {
              signal.throwIfAborted();
              if (!namesApart) return withAbort(signal, (await look()).search.find(...asked));
              const { held, release } = searches.hold();
              return withAbort(signal, held.search.find(...asked).finally(release));
            },
          }),
        );
      } finally {
        void view?.then(({ leave }) => leave()).catch(() => undefined);
      }
    },
    async swap(version) {
      const name = version ?? (await liveVersion(folder));
      if (name === undefined)
        throw new Error(`No data is published in ${folder}: run \`npm run etl\` first.`);
      return swaps.run(() => load(name));
    },
    version: () => live,
    compare: (version) =>
      comparisons.run(async () => {
        try {
          await verifyVersion(folder, version);
          return await compareVersion(comparer, join(resolve(folder), version));
        } catch (error) {
          throw new VersionRefused(folder, version, error);
        }
      }),
    async close() {
      await Promise.all([swaps.idle(), comparisons.idle(), ...endings]);
      await searches.close();
      instance.closeSync();
    },
  };
  try {
    await catalogue.swap(wanted);
  } catch (error) {
    instance.closeSync();
    throw error;
  }
  return catalogue;
}

/**
 * A query runs on the thread that asks for it: tables are small, calls are many, and a second thread costs a load as much
 * again. Freed memory goes back to the system some seconds later, on a thread that no query waits for. A query that wants
 * more memory than there is fails; it leaves no files where the bot was started.
 */
const settings = {
  threads: '1',
  allocator_flush_threshold: '1MB',
  allocator_background_threads: 'true',
  temp_directory: '',
};

/** The engine reads Parquet in the catalogue's folder and nothing else, and a query cannot change that. */
const readOnly = `
  set autoinstall_known_extensions = false;
  set autoload_known_extensions = false;
  set allowed_directories = [getvariable('folder')];
  set enable_external_access = false;
  set lock_configuration = true;
`;

/** DuckDB takes a transaction's snapshot at its first look at the data, not at its `begin`: it looks at once. */
const begin = 'begin transaction read only; select txid_current()';

async function connect(instance: DuckDBInstance): Promise<Prepared> {
  return { connection: await instance.connect(), statements: new Map(), busy: Promise.resolve() };
}

/** A connection, the statements that it has prepared, by their text, and what it is at work on. */
interface Prepared {
  connection: DuckDBConnection;
  statements: Map<string, DuckDBPreparedStatement>;
  busy: Promise<unknown>;
}

/** Drops the statements of a connection: a prepared one keeps the tables that it was prepared over in memory. */
function forget({ statements }: Prepared): void {
  for (const statement of statements.values()) statement.destroySync();
  statements.clear();
}

/** What is in memory of one version beside its tables: the names, and what was made once, by its SQL. */
interface Searched {
  search: Search;
  made: Map<string, unknown>;
}

/** What one reader sees: a connection inside its transaction, and what goes with the same version. */
interface View extends Searched {
  lent: Prepared;
  leave(): void;
}

/** One query after the other: a statement's parameters are the statement's own. */
function query<Row>(lent: Prepared, signal: AbortSignal, sql: string, params?: Params): Promise<Row[]> {
  const answered = lent.busy.then(() => run<Row>(lent, signal, sql, params));
  lent.busy = answered.catch(() => undefined);
  return answered;
}

async function run<Row>(
  { connection, statements }: Prepared,
  signal: AbortSignal,
  sql: string,
  params?: Params,
): Promise<Row[]> {
  signal.throwIfAborted();
  try {
    const statement = statements.get(sql) ?? (await connection.prepare(sql));
    statements.set(sql, statement);
    if (params !== undefined) statement.bind(params);
    return [...resultRows<Row>(await statement.run())];
  } catch (error) {
    statements.delete(sql);
    throw signal.aborted ? signal.reason : error;
  }
}
