import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { readSql } from './database.ts';
import { Problem } from './problem.ts';
import { wording } from './report.ts';
import { publishedTables } from './tables.ts';

/** Writes the published tables as Parquet into a folder, reads each back, and returns the number of rows of each. */
export async function writeTables(
  connection: DuckDBConnection,
  folder: string,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const name of publishedTables) {
    const path = join(folder, `${name}.parquet`);
    await connection.run(readSql('sql/write.sql'), { name, path });
    const reader = await connection.runAndReadAll(readSql('sql/written.sql'), { name, path });
    const [[written, expected] = []] = reader.getRows();
    if (typeof written !== 'number' || written !== expected) throw new Problem(wording.lostRows(name));
    rows[name] = written;
  }
  return rows;
}
