import { readFileSync } from 'node:fs';
import { type DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { buildIndex, type NameRow, type SearchIndex } from './build-index.ts';
import type { FilmLabel, Labels, PersonLabel } from './labels.ts';

const readSql = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const sql = { films: readSql('films.sql'), people: readSql('people.sql') };

/** The indexes of one version of the data. */
export type Indexes = { [Kind in keyof Labels]: SearchIndex<Labels[Kind]> };

type Row<Label> = Omit<NameRow<Label>, 'label'> & { year: number };
type FilmRow = Row<FilmLabel> & Pick<FilmLabel, 'title_es' | 'directors'> & { shown: boolean };
type PersonRow = Row<PersonLabel> &
  Pick<PersonLabel, 'cast_films' | 'directed_films'> & {
    /** The number of the film, counted by falling popularity as the docs of the index are. */
    known_for: number | null;
  };

/** Builds the indexes of a published version from its Parquet. */
export async function loadIndexes(version: string): Promise<Indexes> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    allocator_flush_threshold: '1MB',
  });
  // The people are read while the index of the films is built.
  const reading = [
    readNames<FilmRow>(instance, version, sql.films),
    readNames<PersonRow>(instance, version, sql.people),
  ] as const;
  const done = Promise.allSettled(reading);
  try {
    const films = buildIndex(labelled(await reading[0], filmLabel));
    const ofFilm = (place: number | null) => (place === null ? undefined : films.labels[place]);
    const people = buildIndex(labelled(await reading[1], (row) => personLabel(row, ofFilm(row.known_for))));
    return { films, people };
  } finally {
    // A thread that ends while the engine is at work takes the process with it.
    await done;
    instance.closeSync();
  }
}

function filmLabel({ id, name, title_es, year, directors, shown }: FilmRow): FilmLabel | undefined {
  return shown ? { id, title: name, title_es, release_year: year === 0 ? null : year, directors } : undefined;
}

function personLabel(
  { id, name, cast_films, directed_films }: PersonRow,
  best: FilmLabel | undefined,
): PersonLabel {
  const known = { known_for: best?.title ?? null, known_for_es: best?.title_es ?? null };
  return { id, name, cast_films, directed_films, ...known };
}

function* labelled<Read extends Row<Label>, Label>(
  rows: Iterable<Read>,
  label: (row: Read) => Label | undefined,
): Generator<NameRow<Label>> {
  for (const row of rows) {
    const { id, name, folded, votes, year, flags } = row;
    yield { id, name, folded, votes, year, flags, label: label(row) };
  }
}

/** The rows of a query, made into objects a chunk at a time; column by column, for that is twice as fast as by row. */
async function readNames<Read>(
  instance: DuckDBInstance,
  version: string,
  text: string,
): Promise<Iterable<Read>> {
  const connection = await instance.connect();
  await connection.run('set variable version = $version', { version });
  const result = await connection.run(text);
  const names = result.columnNames();
  return rowsOf(await result.fetchAllChunks(), names);
}

function* rowsOf<Read>(chunks: readonly DuckDBDataChunk[], names: readonly string[]): Generator<Read> {
  for (const chunk of chunks) {
    const columns = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row++) {
      const read: Record<string, unknown> = {};
      for (let column = 0; column < names.length; column++)
        read[names[column] ?? ''] = columns[column]?.[row];
      yield read as Read;
    }
  }
}
