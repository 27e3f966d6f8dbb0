import { liveVersion, openCatalogue } from '../../src/catalogue/catalogue.ts';

/** How many films are published in a folder and the KB of DuckDB's memory that each takes; undefined where none is. */
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
