import type { DuckDBConnection } from '@duckdb/node-api';
import { createAppenders } from '../../appenders.ts';
import { readSql } from '../../database.ts';

/** A film and its recommendations, best first, as one text: rows of their own would take much longer to store. */
export type RecommendationRow = [id: number, picks: string];

/** Stores blocks of rows in a temporary table. */
export async function storeRecommendations(
  connection: DuckDBConnection,
  blocks: AsyncIterable<readonly RecommendationRow[]>,
): Promise<void> {
  await connection.run(readSql('recommender/lists/recommendation_rows.sql'));
  const appenders = createAppenders(connection);
  for await (const rows of blocks)
    await appenders.append('recommendation_rows', [rows.map(([id]) => id), rows.map(([, picks]) => picks)]);
  appenders.close();
}

/** Makes the table recommendations from the stored rows. */
export async function sortRecommendations(connection: DuckDBConnection): Promise<void> {
  await connection.run(readSql('recommender/lists/recommendations.sql'));
}
