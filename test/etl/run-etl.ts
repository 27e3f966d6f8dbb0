import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Manifest } from '../../etl/manifest.ts';
import { type EtlOptions, runEtl } from '../../etl/run.ts';

/** A table of no recommendations, for tests of everything else. */
export async function noRecommendations(connection: DuckDBConnection): Promise<undefined> {
  await connection.run(
    'create table recommendations (movie_id integer, rank integer, similar_id integer, score double, reasons varchar[])',
  );
}

/** The ETL with one worker, a fixed clock and no recommendations. */
export function run(from: string, to: string, options: Partial<EtlOptions> = {}): Promise<Manifest> {
  return runEtl({
    from,
    to,
    texts: join(from, 'textos_es.csv'),
    words: join(from, 'palabras_es.csv'),
    workers: 1,
    now: () => new Date('2026-11-22T20:30:00Z'),
    recommend: noRecommendations,
    ...options,
  });
}

/** The name of the live version. */
export function liveVersion(to: string): string | undefined {
  const pointer = join(to, 'current');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined;
}

/** The files in the folder of versions, including hidden ones. */
export function contents(to: string): string[] {
  return existsSync(to) ? readdirSync(to).sort() : [];
}

let reader: Promise<DuckDBInstance> | undefined;

/** Rows of a query in which `$dir` stands for the folder of the live version. */
export async function rows(to: string, sql: string): Promise<unknown[][]> {
  // One for all tests of a process; without the cache it sees files that a test has replaced.
  reader ??= DuckDBInstance.create(':memory:', { threads: '1', enable_external_file_cache: 'false' });
  const connection = await (await reader).connect();
  try {
    const text = sql.replaceAll('$dir', () => join(to, liveVersion(to) ?? ''));
    return (await connection.runAndReadAll(text)).getRowsJson();
  } finally {
    connection.closeSync();
  }
}

/** The rows of a published table. */
export function table(to: string, name: string): Promise<unknown[][]> {
  return rows(to, `from '$dir/${name}.parquet'`);
}
