import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { resultRows } from '../lib/result-rows.ts';
import { buildIndex, type NameRow } from './build-index.ts';
import type { FilmColumns, FilmLabel, PersonColumns, PersonLabel } from './labels.ts';
import { type Names, writeNames } from './names-file.ts';

const readSql = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const sql = { films: readSql('films.sql'), people: readSql('people.sql') };

type FilmRow = NameRow & Pick<FilmLabel, 'title_es' | 'directors'> & { shown: boolean };
type PersonRow = NameRow &
  Pick<PersonLabel, 'cast_films' | 'directed_films'> & {
    /** The number of the film, counted by falling popularity as the docs of the index are. */
    known_for: number | null;
  };

/** Reads every name from the tables of a version that is being made, and writes what the search reads at its start. */
export async function makeNames(connection: DuckDBConnection, version: string): Promise<void> {
  const films = namesOfFilms(resultRows<FilmRow>(await connection.run(sql.films)));
  const people = namesOfPeople(resultRows<PersonRow>(await connection.run(sql.people)));
  await writeNames(version, { films, people });
}

function namesOfFilms(rows: Iterable<FilmRow>): Names['films'] {
  const labels: FilmColumns = { titles: [], titlesEs: [], directors: [] };
  const noting = function* () {
    for (const row of rows) {
      if (row.shown) {
        labels.titles.push(row.name);
        labels.titlesEs.push(row.title_es);
        labels.directors.push(row.directors);
      }
      yield row;
    }
  };
  return { index: buildIndex(noting()), labels };
}

function namesOfPeople(rows: Iterable<PersonRow>): Names['people'] {
  const columns: Record<keyof PersonColumns, number[]> = { castFilms: [], directedFilms: [], knownFor: [] };
  const noting = function* () {
    for (const row of rows) {
      columns.castFilms.push(row.cast_films);
      columns.directedFilms.push(row.directed_films);
      columns.knownFor.push(row.known_for ?? -1);
      yield row;
    }
  };
  const index = buildIndex(noting());
  const labels = {
    castFilms: Int32Array.from(columns.castFilms),
    directedFilms: Int32Array.from(columns.directedFilms),
    knownFor: Int32Array.from(columns.knownFor),
  };
  return { index, labels };
}
