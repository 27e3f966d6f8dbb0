import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import { operatorText } from '../lib/operator-text.ts';
import { createQueue } from '../lib/promises.ts';
import { resultRows } from '../lib/result-rows.ts';
import { OperatorError } from '../lib/sentence.ts';
import type { Params } from './snapshot.ts';

/**
 * Opens an in-memory DuckDB that can read Parquet in `folder` and nothing else. `memory` bounds data and queries together
 * ("1GB"; by default 80 % of the machine's memory).
 */
export async function openEngine(folder: string, memory: string | undefined): Promise<DuckDBInstance> {
  const limit: Record<string, string> = memory === undefined ? {} : { memory_limit: memory };
  const instance = await DuckDBInstance.create(':memory:', { ...settings, ...limit });
  const connection = await instance.connect();
  await connection.run('set variable folder = $folder', { folder: resolve(folder) });
  await connection.run(sandbox);
  connection.closeSync();
  return instance;
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

/** A connection that prepares each statement once. Its operations run one at a time, in the order of the calls. */
export interface Connection {
  /** Begins a read-only transaction. */
  begin(): Promise<unknown>;
  /** Ends the transaction. */
  rollback(): Promise<unknown>;
  /** Rejects with the signal's reason if the signal is aborted before the query or during it. */
  query<Row>(signal: AbortSignal, sql: string, params?: Params): Promise<Row[]>;
  /** Interrupts the query that is running. */
  interrupt(): void;
  /** Drops the prepared statements, which keep the tables of a replaced version in memory. */
  dropStatements(): Promise<void>;
}

export async function openConnection(instance: DuckDBInstance): Promise<Connection> {
  const connection = await instance.connect();
  const statements = new Map<string, DuckDBPreparedStatement>();
  // One query at a time: the parameters are bound to the statement, which all callers share.
  const queue = createQueue();

  const query = async <Row>(signal: AbortSignal, sql: string, params?: Params): Promise<Row[]> => {
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
  };

  return {
    begin: () => queue.run(() => connection.run(begin)),
    rollback: () => queue.run(() => connection.run('rollback')),
    query: <Row>(signal: AbortSignal, sql: string, params?: Params) =>
      queue.run(() => query<Row>(signal, sql, params)),
    interrupt: () => connection.interrupt(),
    dropStatements: () =>
      queue.run(async () => {
        for (const statement of statements.values()) statement.destroySync();
        statements.clear();
      }),
  };
}

/** DuckDB takes a transaction's snapshot at the first access to the data, not at `begin`: the select forces it. */
const begin = 'begin transaction read only; select txid_current()';

const readSql = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const loadSql = readSql('load.sql') + readSql('macros.sql');
const checkSql = readSql('check.sql');

/**
 * Replaces the tables with those of the version in the folder `path`, inside the connection's transaction. Calls `onLoading`
 * once the engine reads on its own threads. Throws if a check fails.
 */
export async function loadTables(
  connection: DuckDBConnection,
  path: string,
  onLoading: () => void,
): Promise<void> {
  await connection.run('set variable version = $path', { path });
  const loading = connection.run(loadSql);
  onLoading();
  await loading;
  await checkTables(connection);
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
