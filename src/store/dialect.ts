import { PostgresAdapter, type QueryExecutorProvider, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Whether a database is PostgreSQL; else it is SQLite. */
export const isPostgres = (database: QueryExecutorProvider): boolean =>
  database.getExecutor().adapter instanceof PostgresAdapter;

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
