import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { readSql } from '../../database.ts';

/** A row of the table recommendations: film, rank, recommended film, score, space-separated reason codes. */
export type RecommendationRow = [id: number, rank: number, similar: number, score: number, codes: string];

const CHUNK_ROWS = 2048;

/** Stores blocks of rows in a temporary table. */
export async function storeRecommendations(
  connection: DuckDBConnection,
  blocks: AsyncIterable<readonly RecommendationRow[]>,
): Promise<void> {
  await connection.run(readSql('recommender/lists/recommendation_rows.sql'));
  const appender = await connection.createAppender('recommendation_rows');
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

/** Makes the table recommendations from the stored rows. */
export async function sortRecommendations(connection: DuckDBConnection): Promise<void> {
  await connection.run(readSql('recommender/lists/recommendations.sql'));
}
