import { PostgresAdapter, type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import type { Shards } from '../lib/shards.ts';
import type { Database, Schema } from './schema.ts';

/** Whether a database is PostgreSQL; otherwise it is SQLite. */
export const isPostgres = (database: QueryExecutorProvider): boolean =>
  database.getExecutor().adapter instanceof PostgresAdapter;

/** PostgreSQL's error classes for data, constraints and rolled-back transactions (deadlocks). */
const POSTGRES_ROW_ERROR = /^(?:22|23|40)[0-9A-Z]{3}$/u;
const SQLITE_ROW_ERROR = /^SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG)/u;

/** Whether one of the rows of a statement may have caused an error of either engine. */
export function isRowError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return POSTGRES_ROW_ERROR.test(code) || SQLITE_ROW_ERROR.test(code);
}

/** `erasure`: writes about people and servers against their erasure. `games`: starts of games in one server. */
type LockName = 'erasure' | `games ${string}`;

/**
 * Takes a lock until the transaction ends. PostgreSQL needs it because a transaction does not see the uncommitted rows of
 * others; on SQLite a writing transaction has the whole file.
 */
export async function lock(
  transaction: Database,
  name: LockName,
  mode: 'exclusive' | 'shared',
): Promise<void> {
  if (!isPostgres(transaction)) return;
  const key = sql`hashtextextended(${`filmoteca ${name}`}, 0)`;
  await (mode === 'exclusive'
    ? sql`select pg_advisory_xact_lock(${key})`
    : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(transaction);
}

/** Condition: the row's server (`guild_id`) belongs to these shards. Without shards, every row does. */
export function ofShards(shards: Shards | undefined): RawBuilder<boolean> {
  if (shards === undefined) return sql<boolean>`1 = 1`;
  const { ids, count } = shards;
  return sql<boolean>`(cast(guild_id as bigint) >> 22) % ${count} in (${sql.join([...ids])})`;
}

/**
 * Rows as a table with one column `value`, each a JSON array. A statement has one parameter and the same text for any
 * number of rows; this takes a third of the time of one parameter a value.
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

const types = { text: sql`text`, integer: sql`integer`, bigint: sql`bigint` };

/** The columns that an `insertRows` writes, in the order of a row's values. */
export type Columns = Readonly<Record<string, keyof typeof types>>;

/** `insert into table (columns) select …` for rows of values; the caller appends `on conflict`. */
export function insertRows(
  database: QueryExecutorProvider,
  table: keyof Schema,
  columns: Columns,
  rows: readonly (readonly unknown[])[],
): RawBuilder<unknown> {
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const values = Object.values(columns).map(
    (type, index) => sql`cast(value ->> ${sql.lit(index)} as ${types[type]})`,
  );
  // `where true`: without it, SQLite reads `on conflict` as the condition of a join.
  return sql`
    insert into ${sql.table(table)} (${sql.join(names)})
    select ${sql.join(values)} from ${jsonRows(database, rows)} where true
  `;
}
