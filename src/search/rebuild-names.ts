import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { readTables } from './make-names.ts';
import type { Names } from './names-file.ts';

const tablesSql = readFileSync(new URL('version-tables.sql', import.meta.url), 'utf8');

/** Builds the names from the Parquet files in a version's folder. Takes seconds where `readNames` takes less than one. */
export async function rebuildNames(version: string): Promise<Names> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run('set variable version = $version', { version });
    await connection.run(tablesSql);
    return await readTables(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
