import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { fold } from '../src/lib/fold.ts';
import { generateTitles } from './generate/titles.ts';

const CHUNK_ROWS = 2048;

/** Fills the tables from which names are made with `count` generated films; gives some of their titles, well known and not. */
export async function fillMillion(
  connection: DuckDBConnection,
  count: number,
  seed: number,
): Promise<string[]> {
  await connection.run(
    'create table films (id integer, title varchar, folded varchar, votes integer, year integer)',
  );
  const titles = await append(connection, count, seed);
  await connection.run(tables);
  return titles;
}

/** Every film has a director, of whom each made three. */
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

async function append(connection: DuckDBConnection, count: number, seed: number): Promise<string[]> {
  const appender = await connection.createAppender('films');
  const chunk = DuckDBDataChunk.create([0, 1, 2, 3, 4].map((column) => appender.columnType(column)));
  const some: string[] = [];
  let rows: (string | number)[][] = [];
  let id = 0;
  for (const { title, year, votes } of generateTitles(count, seed)) {
    rows.push([++id, title, fold(title), votes, year]);
    if (id % Math.ceil(count / 1000) === 0) some.push(title);
    if (rows.length === CHUNK_ROWS || id === count) {
      chunk.reset();
      chunk.setRows(rows);
      appender.appendDataChunk(chunk);
      rows = [];
    }
  }
  appender.closeSync();
  return some;
}
