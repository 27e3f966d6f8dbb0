import { type Dialect, Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import type { StoreLocation } from './location.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens a database. A file is made with its folder when it is not there, and every commit to it is on the disk
 * before it is acknowledged; so is PostgreSQL's, unless its server was told otherwise. `onStatement` is called after
 * each statement, those that begin and end a transaction included.
 */
export function connect(location: StoreLocation, onStatement?: () => void): Kysely<Schema> {
  const dialect =
    'url' in location
      ? openServer(location.url)
      : withTransactionalDdl(new SqliteDialect({ database: openSqlite(location.file) }));
  return new Kysely({ dialect, ...(onStatement === undefined ? {} : { log: onStatement }) });
}

/**
 * SQLite creates and changes tables inside transactions, but Kysely's adapter denies it and would run migrations
 * without one (kysely-org/kysely#56). The transaction takes the file's lock, so it also keeps other processes waiting.
 */
const withTransactionalDdl = (dialect: Dialect): Dialect => ({
  createAdapter: () =>
    Object.defineProperty(dialect.createAdapter(), 'supportsTransactionalDdl', { value: true }),
  createDriver: () => dialect.createDriver(),
  createIntrospector: (database) => dialect.createIntrospector(database),
  createQueryCompiler: () => dialect.createQueryCompiler(),
});

/** PostgreSQL's own numbers for its types of 64-bit integers and of exact decimals (what sums are). */
const WIDE_NUMBERS = [20, 1700];

function openServer(connectionString: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 5000,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        WIDE_NUMBERS.includes(oid)
          ? Number
          : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that breaks, idle or lent, fails its query and is replaced; unheard, its error would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}
