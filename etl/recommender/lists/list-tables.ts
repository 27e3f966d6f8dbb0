import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows, readSql } from '../../database.ts';

/** How many film ids one query lists: an ordered aggregate keeps its whole input in memory. */
const RANGE = 20_000;

const tables = `
  create or replace table recommendation_lists (first_id integer, ids blob, votes blob, collections blob, picks blob);
  create or replace table recommendation_reasons (movie_id integer, reasons varchar);
`;

/** Derives from the table recommendations what the bot reads: lists, reasons with each film, and the table reason_names. */
export async function makeListTables(connection: DuckDBConnection): Promise<void> {
  await connection.run(tables);
  // Only the ranges that have films: a single id may be as high as an integer can be.
  const ranges = await readRows<{ after: number }>(
    connection,
    'select distinct ((id - 1) // 20000 * 20000)::int as after from movies order by after',
  );
  for (const { after } of ranges)
    for (const name of ['recommendation_lists', 'recommendation_reasons'])
      await connection.run(readSql(`sql/${name}.sql`), {
        after,
        upto: Math.min(after + RANGE, 2 ** 31 - 1),
      });
  await connection.run(readSql('sql/movies_with_cards.sql'));
  await connection.run(readSql('sql/reason_names.sql'));
}
