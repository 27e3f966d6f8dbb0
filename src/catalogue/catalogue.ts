import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  type DuckDBValue,
} from '@duckdb/node-api';
import { createLease } from '../lib/lease.ts';
import { until } from '../lib/until.ts';
import { openSearch, type Search } from '../search/search.ts';
import { createPool } from './pool.ts';

const loadSql = readFileSync(new URL('load.sql', import.meta.url), 'utf8');
const checkSql = readFileSync(new URL('check.sql', import.meta.url), 'utf8');

export type Params = Record<string, DuckDBValue>;

/** One consistent view of the data: a swap of versions never falls between two of its queries. */
export interface Snapshot {
  /** Rows as plain objects. Integers wider than 32 bits come back as bigint: cast them in the SQL. */
  query<Row>(sql: string, params?: Params): Promise<Row[]>;
  /** Finds films and people by name. */
  find: Search['find'];
}

export interface Catalogue {
  /**
   * Runs `work` on one connection inside one transaction, both taken at its first question: work that asks nothing, as
   * an answer in a game, waits for no look-up. Rejects with `signal.reason` once it is aborted.
   */
  read<Result>(signal: AbortSignal, work: (snapshot: Snapshot) => Promise<Result>): Promise<Result>;
  /**
   * Loads a published version (by default the live one) in place of the present data and returns its name.
   * Readers see the old data or the new. Throws, with the old data still live, when it cannot be read or fails a check.
   */
  swap(version?: string): Promise<string>;
  close(): Promise<void>;
}

/** The name of the live version of a Parquet folder, or undefined when nothing is published there. */
export async function liveVersion(folder: string): Promise<string | undefined> {
  const pointer = join(folder, 'current');
  const name =
    existsSync(pointer) && statSync(pointer).isFile() ? (await readFile(pointer, 'utf8')).trim() : '';
  return name === '' ? undefined : name;
}

/**
 * Opens the live version of `folder` in memory. `connections` bounds the queries under way, `memory` what data and
 * queries may take ("1GB"; by default four fifths of the machine's). The engine can read nothing outside the folder.
 * Throws one clear line when nothing is published there.
 */
export async function openCatalogue(
  folder: string,
  { connections = 4, memory }: { connections?: number; memory?: string } = {},
): Promise<Catalogue> {
  const limit: Record<string, string> = memory === undefined ? {} : { memory_limit: memory };
  const instance = await DuckDBInstance.create(':memory:', { ...settings, ...limit });
  const loader = await instance.connect();
  await loader.run('set variable folder = $folder', { folder: resolve(folder) });
  await loader.run(readOnly);
  const searches = createLease<Search>((search) => search.close());
  const endings = new Set<Promise<void>>();
  const pool = createPool(await Promise.all(Array.from({ length: connections }, () => connect(instance))));

  const openView = async (signal: AbortSignal): Promise<View> => {
    const lent = await pool.take(signal);
    const { connection } = lent;
    const { held: search, release } = searches.hold();
    const stop = () => connection.interrupt();
    signal.addEventListener('abort', stop, { once: true });
    // Queries wait for it, the search does not.
    lent.busy = connection.run('begin transaction read only');
    lent.busy.catch(() => undefined);
    const leave = () => {
      release();
      signal.removeEventListener('abort', stop);
      // The answer need not wait for the end of its transaction.
      const ending = lent.busy
        .catch(() => undefined)
        .then(() => connection.run('rollback'))
        .catch(() => undefined)
        .then(() => {
          endings.delete(ending);
          pool.give(lent);
        });
      endings.add(ending);
    };
    return { lent, search, leave };
  };

  const catalogue: Catalogue = {
    async read(signal, work) {
      let view: Promise<View> | undefined;
      const look = () => {
        view ??= openView(signal);
        return view;
      };
      try {
        return await work({
          query: async (sql, params) => query((await look()).lent, signal, sql, params),
          find: async (...asked) => until(signal, (await look()).search.find(...asked)),
        });
      } finally {
        void view?.then(({ leave }) => leave()).catch(() => undefined);
      }
    },
    async swap(version) {
      const name = version ?? (await liveVersion(folder));
      if (name === undefined)
        throw new Error(`No data is published in ${folder}: run \`npm run etl\` first.`);
      const path = join(resolve(folder), name);
      const opening = openSearch(path);
      try {
        await loader.run('set variable version = $path', { path });
        await loader.run('begin transaction');
        await loader.run(loadSql);
        await check(loader);
        const search = await opening;
        await loader.run('commit');
        searches.replace(search);
      } catch (error) {
        await loader.run('rollback').catch(() => undefined);
        await opening.then((search) => search.close()).catch(() => undefined);
        throw new Error(
          `Version ${name} in ${folder} cannot be read: ${firstLine(error)} Run \`npm run etl\` again.`,
          {
            cause: error,
          },
        );
      }
      return name;
    },
    async close() {
      await Promise.all(endings);
      await searches.close();
      instance.closeSync();
    },
  };
  await catalogue.swap();
  return catalogue;
}

/** Freed memory goes back to the system at once: else what a load needed for a moment, some 150 MB, is held for good. */
const settings = {
  threads: '2',
  allocator_flush_threshold: '1MB',
  allocator_bulk_deallocation_flush_threshold: '1MB',
};

/** The engine reads Parquet in the catalogue's folder and nothing else, and a query cannot change that. */
const readOnly = `
  set autoinstall_known_extensions = false;
  set autoload_known_extensions = false;
  set allowed_directories = [getvariable('folder')];
  set enable_external_access = false;
  set lock_configuration = true;
`;

async function connect(instance: DuckDBInstance): Promise<Prepared> {
  return { connection: await instance.connect(), statements: new Map(), busy: Promise.resolve() };
}

/** A connection, the statements that it has prepared, by their text, and what it is at work on. */
interface Prepared {
  connection: DuckDBConnection;
  statements: Map<string, DuckDBPreparedStatement>;
  busy: Promise<unknown>;
}

/** What one reader sees: a connection inside its transaction, and the names of the same version. */
interface View {
  lent: Prepared;
  search: Search;
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
    const reader = await statement.runAndReadAll();
    return reader.getRowObjectsJS() as Row[];
  } catch (error) {
    statements.delete(sql);
    throw signal.aborted ? signal.reason : error;
  }
}

async function check(connection: DuckDBConnection): Promise<void> {
  const problems = (await connection.runAndReadAll(checkSql)).getRowObjectsJS();
  if (problems.length === 0) return;
  throw new Error(`it was refused, for ${problems.map((row) => row.problem).join('; ')}.`);
}

function firstLine(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return /[.!?]$/u.test(line) ? line : `${line}.`;
}
