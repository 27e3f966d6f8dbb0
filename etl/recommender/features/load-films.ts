import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows, readSql } from '../../database.ts';
import { type Content, packContent } from './content.ts';
import type { FilmRow } from './films.ts';

export interface LoadedFilms {
  films: FilmRow[];
  content: Content;
}

const codesOfFeatures = `
  select feature, any_value(code) as code, any_value(films) as films from features group by feature order by feature
`;

const entriesByFilm = `
  select movie_id, feature, weight::float as weight from features order by movie_id, feature
`;

type Plain<Type> = { [Key in keyof Type]: Type[Key] };

/** Reads the films and their content features from the clean tables. */
export async function loadFilms(connection: DuckDBConnection): Promise<LoadedFilms> {
  const films = await readRows<Plain<FilmRow>>(connection, readSql('recommender/features/films.sql'));
  return { films, content: await loadFeatures(connection, 'recommender/features/features.sql', films) };
}

/** Reads the temporary table features that the file of SQL makes, and drops it. */
export async function loadFeatures(
  connection: DuckDBConnection,
  file: string,
  films: readonly FilmRow[],
): Promise<Content> {
  await connection.run(readSql(file));
  const codes = await readRows<{ code: string; films: number }>(connection, codesOfFeatures);
  const entries = await readEntries(connection, new Map(films.map(({ id }, index) => [id, index])));
  await connection.run('drop table features');
  return packContent(films.length, entries, codes);
}

async function readEntries(connection: DuckDBConnection, index: ReadonlyMap<number, number>) {
  const [counted] = await readRows<{ rows: number }>(
    connection,
    'select count(*)::int as rows from features',
  );
  const size = counted?.rows ?? 0;
  const entries = {
    films: new Int32Array(size),
    features: new Int32Array(size),
    weights: new Float32Array(size),
  };
  const result = await connection.stream(entriesByFilm);
  let at = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    entries.films.set(
      chunk.getColumnValues(0).map((id) => index.get(Number(id)) ?? 0),
      at,
    );
    entries.features.set(chunk.getColumnValues(1) as number[], at);
    entries.weights.set(chunk.getColumnValues(2) as number[], at);
    at += chunk.rowCount;
  }
  return entries;
}
