import { type Dialect, Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely';
import type { StoreLocation } from './location.ts';
import type { Database, Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens a database. A missing SQLite file is created with its folder. A commit is durable before it is acknowledged (on
 * PostgreSQL unless `synchronous_commit` is off). `onStatement` is called after each statement, `begin` and `commit`
 * included.
 */
export function connect(location: StoreLocation, onStatement?: () => void): Kysely<Schema> {
  const dialect =
    'url' in location
      ? openServer(location.url)
      : withTransactionalDdl(new SqliteDialect({ database: openSqlite(location.file) }));
  return new Kysely({ dialect, ...(onStatement === undefined ? {} : { log: onStatement }) });
}

/** Resolves if the database answers. */
export async function ping(database: Database): Promise<void> {
  await sql`select 1`.execute(database);
}

/**
 * SQLite supports DDL in transactions, but Kysely's adapter says it does not and would run migrations without one
 * (kysely-org/kysely#56). The transaction takes the file's lock, so migrations of other processes wait.
 */
const withTransactionalDdl = (dialect: Dialect): Dialect => ({
  createAdapter: () =>
    Object.defineProperty(dialect.createAdapter(), 'supportsTransactionalDdl', { value: true }),
  createDriver: () => dialect.createDriver(),
  createIntrospector: (database) => dialect.createIntrospector(database),
  createQueryCompiler: () => dialect.createQueryCompiler(),
});

/** PostgreSQL's type ids of `bigint` and `numeric` (the type of sums); both are read as numbers. */
const WIDE_NUMBER_OIDS = [20, 1700];

/** The driver is loaded with the first connection: SQLite does not need it. */
const openServer = (connectionString: string): PostgresDialect =>
  new PostgresDialect({ pool: () => openPool(connectionString) });

async function openPool(connectionString: string) {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 5000,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        WIDE_NUMBER_OIDS.includes(oid)
          ? Number
          : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // A broken connection fails its query and is replaced; without these listeners its error would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
