import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { readSql } from '../database.ts';
import type { PickRow } from './worker.ts';

const CHUNK_ROWS = 2048;

/** Writes the table picks from blocks of them. */
export async function storePicks(
  connection: DuckDBConnection,
  blocks: AsyncIterable<readonly PickRow[]>,
): Promise<void> {
  await connection.run(readSql('recommender/picks.sql'));
  const appender = await connection.createAppender('picks');
  const chunk = DuckDBDataChunk.create([0, 1, 2, 3, 4].map((column) => appender.columnType(column)));
  for await (const rows of blocks) {
    for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
      chunk.reset();
      chunk.setRows(rows.slice(from, from + CHUNK_ROWS));
      appender.appendDataChunk(chunk);
    }
  }
  appender.closeSync();
}

/** Makes the table recommendations of the table picks, which goes. */
export async function sortPicks(connection: DuckDBConnection): Promise<void> {
  await connection.run(readSql('recommender/recommendations.sql'));
}
