import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows, readSql } from '../../database.ts';

/** How many film ids one query lists: an ordered aggregate keeps its whole input in memory. */
const RANGE = 20_000;

/** Derives from the table recommendations the texts that the bot reads with each film, and the table reason_names. */
export async function makeListTables(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    'create or replace table recommendation_lists (movie_id integer, recommendations varchar)',
  );
  const [row] = await readRows<{ last: number | null }>(
    connection,
    'select max(movie_id) as last from recommendations',
  );
  for (let after = 0; after < (row?.last ?? 0); after += RANGE)
    await connection.run(readSql('sql/recommendation_lists.sql'), { after, upto: after + RANGE });
  await connection.run(readSql('sql/movies_with_cards.sql'));
  await connection.run(readSql('sql/reason_names.sql'));
}
