import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'libsql';
import pg from 'pg';
import type { StoreLocation } from '../../src/store/store.ts';

/** The end of the generated year, in milliseconds since 1970. */
export const YEAR_ENDS_AT = 1_760_000_000_000;

const PICKS_A_GAME = 100;

/**
 * Fills an empty store with a year of picks in the schema of version 0.1.0. The first opening of the store then migrates
 * a whole year.
 */
export async function makeYear(location: StoreLocation, picks: number): Promise<void> {
  const schema = readFileSync('test/store/schema-0.1.0.sql', 'utf8').split('\n');
  const isIndex = (line: string) => line.startsWith('CREATE INDEX');
  const year = readFileSync('bench/store/year.sql', 'utf8').split(';\n');
  const tables = [
    schema.filter((line) => !isIndex(line)).join('\n'),
    'create table plan (games bigint, ends_at bigint)',
  ];
  const plan = [Math.round(picks / PICKS_A_GAME), YEAR_ENDS_AT];
  const rows = [...year.filter((statement) => statement.trim() !== ''), ...schema.filter(isIndex)];
  if ('url' in location) await fillPostgres(location.url, { tables, plan, rows });
  else fillSqlite(location.file, { tables, plan, rows });
}

/** Statements that make the tables, the values of the row of `plan`, and statements that fill the tables from it. */
interface Year {
  tables: readonly string[];
  plan: readonly number[];
  rows: readonly string[];
}

function fillSqlite(file: string, { tables, plan, rows }: Year): void {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Sqlite(file);
  database.exec(
    'pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -500000; pragma temp_store = file',
  );
  for (const statement of tables) database.exec(statement);
  database.prepare('insert into plan values (?, ?)').run(...plan);
  for (const statement of rows) database.exec(statement);
  database.close();
}

async function fillPostgres(connectionString: string, { tables, plan, rows }: Year): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('set synchronous_commit = off');
  for (const statement of tables) await client.query(statement);
  await client.query('insert into plan values ($1, $2)', [...plan]);
  for (const statement of rows) await client.query(statement);
  await client.query('analyze');
  await client.end();
}
