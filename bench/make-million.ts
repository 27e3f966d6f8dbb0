import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { fold } from '../src/lib/fold.ts';
import { makeNames } from '../src/search/make-names.ts';
import { generateTitles } from './generate/titles.ts';
import { residentMb } from './measure.ts';

// The child process of bench:autocomplete. Makes the search's names of a million generated films in the given folder, as
// the ETL does. Prints the seconds and the memory it took, and a thousand of the titles.

const FILMS = 1_000_000;
const SEED = 20_261_122;
const CHUNK_ROWS = 2048;

/** The tables that names are made from. Every third film title is a director with three films. */
const tables = `
  create table movies as
  select id, votes as vote_count, year as release_year, false as adult, null::varchar as title_es from films;
  create table titles as select id as movie_id, 'title' as kind, 'en' as language, title, folded from films;
  create table people as
  select id as person_id, title as name, folded, votes, 0 as cast_films, 0 as directed_films from films where id % 3 = 0;
  create table cast_members as select id as movie_id, id as person_id from films limit 0;
  create table crew_members as
  select id as movie_id, 3 * (1 + id % (select count(*) // 3 from films))::integer as person_id, 'Director' as job from films;
`;

/** Fills the table `films` and returns a thousand of the titles. */
async function appendFilms(connection: DuckDBConnection): Promise<string[]> {
  await connection.run(
    'create table films (id integer, title varchar, folded varchar, votes integer, year integer)',
  );
  const appender = await connection.createAppender('films');
  const chunk = DuckDBDataChunk.create([0, 1, 2, 3, 4].map((column) => appender.columnType(column)));
  const sample: string[] = [];
  let rows: (string | number)[][] = [];
  let id = 0;
  for (const { title, year, votes } of generateTitles(FILMS, SEED)) {
    rows.push([++id, title, fold(title), votes, year]);
    if (id % (FILMS / 1000) === 0) sample.push(title);
    if (rows.length === CHUNK_ROWS || id === FILMS) {
      chunk.reset();
      chunk.setRows(rows);
      appender.appendDataChunk(chunk);
      rows = [];
    }
  }
  appender.closeSync();
  return sample;
}

const [folder = ''] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const titles = await appendFilms(connection);
await connection.run(tables);
const before = residentMb();
const start = performance.now();
await makeNames(connection, folder);
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, mb: residentMb() - before, titles }));
