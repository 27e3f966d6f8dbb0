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
  const steps = [
    schema.filter((line) => !isIndex(line)).join('\n'),
    'create table plan (games bigint, ends_at bigint)',
    `insert into plan values (${Math.round(picks / PICKS_A_GAME)}, ${YEAR_ENDS_AT})`,
    ...readFileSync('bench/store/year.sql', 'utf8')
      .split(';\n')
      .filter((step) => step.trim() !== ''),
    ...schema.filter(isIndex),
  ];
  if ('url' in location) await runOnServer(location.url, steps);
  else runOnFile(location.file, steps);
}

function runOnFile(file: string, steps: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Sqlite(file);
  database.exec(
    'pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -500000; pragma temp_store = file',
  );
  for (const step of steps) database.exec(step);
  database.close();
}

async function runOnServer(connectionString: string, steps: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('set synchronous_commit = off');
  for (const step of steps) await client.query(step);
  await client.query('analyze');
  await client.end();
}
