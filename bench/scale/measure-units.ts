import { readFileSync } from 'node:fs';
import pg from 'pg';
import { liveVersion, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { openStore } from '../../src/store/store.ts';
import { newDatabase } from '../../test/support/postgres.ts';

const insertRows = readFileSync(new URL('rows.sql', import.meta.url), 'utf8');

/** Bytes of a game, a round and a pick in PostgreSQL, including indexes, in tables filled by rows.sql. */
export async function measureRows(): Promise<Record<'games' | 'rounds' | 'picks', number>> {
  const { url, drop } = await newDatabase();
  await (await openStore({ url })).close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(insertRows);
    const { rows } = await client.query<{ games: number; rounds: number; picks: number }>(
      `select (pg_total_relation_size('games')::float8 / (select count(*) from games))::int as games,
              (pg_total_relation_size('rounds')::float8 / (select count(*) from rounds))::int as rounds,
              (pg_total_relation_size('picks')::float8 / (select count(*) from picks))::int as picks`,
    );
    const [sizes] = rows;
    if (sizes === undefined) throw new Error('PostgreSQL returned no sizes');
    return sizes;
  } finally {
    await client.end();
    await drop();
  }
}

/** The number of published films and DuckDB's memory for each in KB, or undefined if nothing is published in the folder. */
export async function measureFilms(folder: string): Promise<{ films: number; kb: number } | undefined> {
  if ((await liveVersion(folder)) === undefined) return undefined;
  const catalogue = await openCatalogue(folder);
  const [row] = await catalogue.read(new AbortController().signal, ({ query }) =>
    query<{ films: number; kb: number }>(
      `select (select count(*) from movies)::int as films, (sum(memory_usage_bytes) / 1000)::double as kb from duckdb_memory()`,
    ),
  );
  await catalogue.close();
  return row && { films: row.films, kb: row.kb / row.films };
}
