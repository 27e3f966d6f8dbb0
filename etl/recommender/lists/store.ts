import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { readSql } from '../../database.ts';

/** A row of the table recommendations: film, rank, recommended film, score, space-separated reason codes. */
export type RecommendationRow = [id: number, rank: number, similar: number, score: number, codes: string];

const CHUNK_ROWS = 2048;

/** Writes the table picks from blocks of them. */
export async function storeRecommendations(
  connection: DuckDBConnection,
  blocks: AsyncIterable<readonly RecommendationRow[]>,
): Promise<void> {
  await connection.run(readSql('recommender/lists/picks.sql'));
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
export async function sortRecommendations(connection: DuckDBConnection): Promise<void> {
  await connection.run(readSql('recommender/lists/recommendations.sql'));
}
