import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import type { StoreLocation } from './location.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens a database. A file is made with its folder when it is not there, and every commit to it is on the disk
 * before it is acknowledged; so is PostgreSQL's, unless its server was told otherwise.
 */
export function connect(location: StoreLocation): Kysely<Schema> {
  if ('url' in location) return openServer(location.url);
  return new Kysely({ dialect: new SqliteDialect({ database: openSqlite(location.file) }) });
}

/** PostgreSQL's own numbers for its types of 64-bit integers and of exact decimals (what sums are). */
const WIDE_NUMBERS = [20, 1700];

function openServer(connectionString: string): Kysely<Schema> {
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
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
