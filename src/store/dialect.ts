import { PostgresAdapter, type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Whether a database is PostgreSQL; else it is SQLite. */
export const isPostgres = (database: QueryExecutorProvider): boolean =>
  database.getExecutor().adapter instanceof PostgresAdapter;

/** PostgreSQL's classes of errors: data, constraints, and transactions that it rolled back to solve a deadlock. */
const OF_A_ROW_ON_POSTGRES = /^(?:22|23|40)[0-9A-Z]{3}$/u;
const OF_A_ROW_ON_SQLITE = /^SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG)/u;

/** Whether an error of either engine may lie in one of the rows that were written together. */
export function isOfARow(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return OF_A_ROW_ON_POSTGRES.test(code) || OF_A_ROW_ON_SQLITE.test(code);
}

/** What is locked: writing about people and servers, or starting a game in a server. */
type Lock = 'erasure' | `games ${string}`;

/**
 * Holds a lock until the transaction ends, alone or together with others. On PostgreSQL a transaction does not see what
 * others have not committed; on SQLite a transaction that writes has the whole file for itself and needs no lock.
 */
export async function lock(transaction: Database, name: Lock, how: 'alone' | 'together'): Promise<void> {
  if (!isPostgres(transaction)) return;
  const key = sql`hashtextextended(${`filmoteca ${name}`}, 0)`;
  await (how === 'alone'
    ? sql`select pg_advisory_xact_lock(${key})`
    : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(transaction);
}

/**
 * Rows as a table of one column `value`, each a JSON array: a statement then has one parameter and the same text whatever
 * number of rows it writes, which costs a third of as many parameters as there are values.
 */
export function jsonRows(
  database: QueryExecutorProvider,
  rows: readonly (readonly unknown[])[],
): RawBuilder<unknown> {
  const json = JSON.stringify(rows);
  return isPostgres(database)
    ? sql`json_array_elements(cast(${json} as json)) as written(value)`
    : sql`json_each(${json}) as written`;
}
