import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { checkFormat } from '../lib/version-files.ts';
import { type About, Manifest } from './about.ts';

const readWhole = `
  select count(*)::int as rows, bit_xor(hash(whole)) as digest from read_parquet($path) as whole
`;

/**
 * Reads every byte of every table of a published version, in little memory, and returns its manifest. Throws one line if a
 * file is missing or damaged or contradicts the manifest.
 */
export async function inspectVersion(folder: string, version: string): Promise<About> {
  const place = join(resolve(folder), version);
  const about = Manifest.parse(JSON.parse(await readFile(join(place, 'manifest.json'), 'utf8')));
  checkFormat(about.format);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' });
  const connection = await instance.connect();
  try {
    for (const [table, expected] of Object.entries(about.tables)) {
      const path = join(place, `${table}.parquet`);
      const [row] = (await connection.runAndReadAll(readWhole, { path })).getRowObjectsJS();
      if (row?.rows !== expected) throw new Error(`${table} has ${row?.rows} rows, not ${expected}`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return about;
}
