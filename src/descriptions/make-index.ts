import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { resultRows } from '../lib/result-rows.ts';
import { buildDescriptions, type DescriptionIndex } from './build-index.ts';
import type { Document } from './documents.ts';

const documentsSql = readFileSync(new URL('documents.sql', import.meta.url), 'utf8');

/** Makes the index from the Parquet files in a version's folder. Rejects if they cannot be read. */
export async function makeDescriptions(version: string): Promise<DescriptionIndex> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run('set variable version = $version', { version });
    return await buildDescriptions(resultRows<Document>(await connection.run(documentsSql)));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
