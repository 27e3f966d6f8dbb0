import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import { operatorText } from '../lib/operator-text.ts';
import { resultRows } from '../lib/result-rows.ts';
import { OperatorError } from '../lib/sentence.ts';
import { createPool } from './pool.ts';
import type { Params } from './snapshot.ts';

/** An in-memory DuckDB that can read Parquet in one folder and nothing else. */
export interface Engine {
  /** Loads a version of the folder. Throws if a file cannot be read or a check fails. */
  load(version: string): Promise<Tables>;
  /** Frees everything. */
  close(): void;
}

/** The tables of one version, in a database of their own. */
export interface Tables {
  /**
   * Runs a statement on a free connection, prepared once. Rejects with the signal's reason if the signal is aborted before
   * the query or during it.
   */
  query<Row>(signal: AbortSignal, sql: string, params?: Params): Promise<Row[]>;
  /** How many connections are in use, and how many queries wait for one. */
  load(): { busy: number; waiting: number };
  /** A further connection, which does not see the tables before it has run `use`. */
  connect(): Promise<{ connection: DuckDBConnection; use: string }>;
  /** Frees the tables once the queries that are under way have ended. */
  close(): Promise<void>;
}

interface EngineOptions {
  /** The maximum number of concurrent queries on one version. */
  connections: number;
  /** Bounds data and queries together ("1GB"; by default 80 % of the machine's memory). */
  memory: string | undefined;
  /** Called when the engine starts to read the files of a version; it reads on threads of its own. */
  onLoading(): void;
}

/**
 * One thread: a query runs on the thread that calls it. The tables are small and the queries many, and a second thread
 * doubles the CPU time of a load. A background thread returns freed memory to the system. Without a temporary directory,
 * a query that exceeds the memory limit fails instead of writing files.
 */
const settings = {
  threads: '1',
  allocator_flush_threshold: '1MB',
  allocator_background_threads: 'true',
  temp_directory: '',
};

/** The last setting keeps queries from changing the others. */
const sandbox = `
  set autoinstall_known_extensions = false;
  set autoload_known_extensions = false;
  set allowed_directories = [getvariable('folder')];
  set enable_external_access = false;
  set lock_configuration = true;
`;

const readSql = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const loadSql = readSql('load.sql') + readSql('macros.sql');
const checkSql = readSql('check.sql');

/**
 * The databases that versions are loaded into: the live version, the next one, and two that readers may still hold. A DuckDB instance for
 * each version would not do: closing one turns off the thread that returns memory to the system.
 */
const databases = [
  { attach: "attach ':memory:' as one", use: 'use one', detach: 'detach one' },
  { attach: "attach ':memory:' as two", use: 'use two', detach: 'detach two' },
  { attach: "attach ':memory:' as three", use: 'use three', detach: 'detach three' },
  { attach: "attach ':memory:' as four", use: 'use four', detach: 'detach four' },
];

export async function openEngine(
  folder: string,
  { connections, memory, onLoading }: EngineOptions,
): Promise<Engine> {
  const limit: Record<string, string> = memory === undefined ? {} : { memory_limit: memory };
  const instance = await DuckDBInstance.create(':memory:', { ...settings, ...limit });
  const main = await instance.connect();
  await main.run('set variable folder = $folder', { folder: resolve(folder) });
  await main.run(sandbox);
  const free = createPool(databases);

  return {
    async load(version) {
      const database = await free.take();
      const { attach, use, detach } = database;
      const connect = async () => {
        const connection = await instance.connect();
        await connection.run(use);
        return connection;
      };
      const drop = async () => {
        await main.run(detach);
        free.give(database);
      };
      await main.run(attach);
      try {
        const loader = await connect();
        try {
          await loader.run('set variable version = $path', { path: resolve(folder, version) });
          const loading = loader.run(loadSql);
          onLoading();
          await loading;
          await checkTables(loader);
        } finally {
          loader.closeSync();
        }
        const pool = createPool(
          await Promise.all(Array.from({ length: connections }, async () => openConnection(await connect()))),
        );
        return {
          async query(signal, sql, params) {
            const connection = await pool.take(signal);
            try {
              return await connection.query(signal, sql, params);
            } finally {
              pool.give(connection);
            }
          },
          load: pool.load,
          connect: async () => ({ connection: await instance.connect(), use }),
          async close() {
            await pool.drain((connection) => connection.close());
            await drop();
          },
        };
      } catch (error) {
        await drop();
        throw error;
      }
    },
    close: () => instance.closeSync(),
  };
}

/** For how long an interrupt may be lost, in ms. */
const REPEAT_MS = 20;

/** A connection that runs one query at a time and prepares each statement once. */
function openConnection(connection: DuckDBConnection) {
  const statements = new Map<string, DuckDBPreparedStatement>();
  const run = async <Row>(sql: string, params: Params | undefined): Promise<Row[]> => {
    const statement = statements.get(sql) ?? (await connection.prepare(sql));
    statements.set(sql, statement);
    if (params !== undefined) statement.bind(params);
    return [...resultRows<Row>(await statement.run())];
  };
  return {
    async query<Row>(signal: AbortSignal, sql: string, params: Params | undefined): Promise<Row[]> {
      signal.throwIfAborted();
      // DuckDB discards an interrupt that arrives between the preparation of a statement and its execution: repeat it.
      let repeats: NodeJS.Timeout | undefined;
      const interrupt = () => {
        connection.interrupt();
        repeats = setInterval(() => connection.interrupt(), REPEAT_MS);
      };
      signal.addEventListener('abort', interrupt, { once: true });
      try {
        return await run<Row>(sql, params);
      } catch (error) {
        statements.delete(sql);
        throw signal.aborted ? signal.reason : error;
      } finally {
        signal.removeEventListener('abort', interrupt);
        clearInterval(repeats);
      }
    },
    close() {
      for (const statement of statements.values()) statement.destroySync();
      connection.closeSync();
    },
  };
}

/** A problem that check.sql finds. */
type TableProblem = 'noFilms' | 'filmTwice' | 'noTitles' | 'returnNotFinite' | 'malformedManifest';

/** Throws one sentence with every problem of the tables that the connection reads. */
export async function checkTables(connection: DuckDBConnection): Promise<void> {
  const problems = (await connection.runAndReadAll(checkSql)).getRowObjectsJS();
  if (problems.length === 0) return;
  const sentences = problems.map((row) => operatorText[row.problem as TableProblem]);
  throw new OperatorError(operatorText.tablesRefused(sentences));
}
