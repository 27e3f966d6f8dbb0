import type { DuckDBInstance, DuckDBPreparedStatement } from '@duckdb/node-api';
import { createQueue } from '../lib/promises.ts';
import { resultRows } from '../lib/result-rows.ts';
import type { Params } from './snapshot.ts';

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
