import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows, readSql } from '../../database.ts';

/** How many ids of films are listed at a time: an aggregate in order keeps all that it has seen in memory. */
const RANGE = 20_000;

/** Makes of the table recommendations what the bot reads: pick_lists and reason_names. */
export async function arrangePicks(connection: DuckDBConnection): Promise<void> {
  await connection.run('create or replace table pick_lists (movie_id integer, picks varchar)');
  const [row] = await readRows<{ last: number | null }>(
    connection,
    'select max(movie_id) as last from recommendations',
  );
  for (let after = 0; after < (row?.last ?? 0); after += RANGE)
    await connection.run(readSql('sql/pick_lists.sql'), { after, upto: after + RANGE });
  await connection.run(readSql('sql/reason_names.sql'));
}
