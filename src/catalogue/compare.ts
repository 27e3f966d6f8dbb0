import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { checkTables, type Tables } from './engine.ts';
import { readManifest, type Version } from './versions.ts';

const candidateSql = readFileSync(new URL('candidate.sql', import.meta.url), 'utf8');

/** A film that only one of two versions has. */
export interface MovedFilm {
  title: string;
  release_year: number | null;
}

/** Films that are added or removed: their number, and the best known of them. */
export interface MovedFilms {
  films: number;
  best: MovedFilm[];
}

/** A director's number of films and the sum of their returns. */
export interface DirectorFigures {
  films: number;
  success: number;
}

/** The changes that a swap to a version would make. */
export interface Comparison {
  live: Version;
  candidate: Version;
  entering: MovedFilms;
  leaving: MovedFilms;
  /** Tables whose number of rows changes. */
  tables: { table: string; before: number; after: number }[];
  /** The three best known directors whose figures change. */
  directors: { name: string; before: DirectorFigures; after: DirectorFigures }[];
}

/**
 * Compares the version in a folder with the live one, and checks it, in a transaction that is rolled back. Throws one
 * sentence if the version fails a check.
 */
export async function compareVersion(live: Tables, path: string): Promise<Comparison> {
  const { connection, use } = await live.connect();
  try {
    return await compareOn(connection, use, path);
  } finally {
    connection.closeSync();
  }
}

/** `use` is the statement after which the names of tables mean the live ones. */
async function compareOn(connection: DuckDBConnection, use: string, path: string): Promise<Comparison> {
  const read = async <Row>(sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[];
  await connection.run('set variable version = $path', { path });
  await connection.run('begin transaction');
  try {
    await connection.run(candidateSql);
    await checkTables(connection);
    await connection.run(use);
    const films = await read<MovedFilm & { enters: boolean; films: number }>(movedFilms);
    const directors = await read<DirectorRow>(changedDirectors);
    const [manifests] = await read<{ live: string; candidate: string }>(bothManifests);
    const live = readManifest(manifests?.live ?? '');
    const candidate = readManifest(manifests?.candidate ?? '');
    const moved = (way: boolean): MovedFilms => {
      const best = films.filter(({ enters }) => enters === way);
      return {
        films: best[0]?.films ?? 0,
        best: best.map(({ title, release_year }) => ({ title, release_year })),
      };
    };
    return {
      live,
      candidate,
      entering: moved(true),
      leaving: moved(false),
      tables: movedTables(live, candidate),
      directors: directors.map(({ name, ...row }) => ({
        name,
        before: { films: row.films_before, success: row.success_before },
        after: { films: row.films_after, success: row.success_after },
      })),
    };
  } finally {
    await connection.run('rollback');
  }
}

const bothManifests = `
  select live.content as live, candidate.content as candidate
  from manifest live, memory.main.manifest candidate
`;

const movedFilms = `
  with moved as (
    select true as enters, title, release_year, vote_count, id
    from memory.main.movies candidate anti join movies using (id)
    union all
    select false, title, release_year, vote_count, id
    from movies anti join memory.main.movies candidate using (id)
  )
  select enters, title, release_year, count(*) over (partition by enters)::int as films
  from moved
  qualify row_number() over (partition by enters order by vote_count desc, id) <= 5
  order by enters, vote_count desc, id
`;

interface DirectorRow {
  name: string;
  films_before: number;
  success_before: number;
  films_after: number;
  success_after: number;
}

/** The tolerance allows for a different order of addition. */
const changedDirectors = `
  with live as (
    select person_id, any_value(director) as name, count(*)::int as films, sum("return") as success, sum(vote_count) as votes
    from directors join movies on id = movie_id
    group by person_id
  ),
  candidate as (
    select person_id, any_value(people.name) as name, count(*)::int as films, sum("return") as success,
      sum(vote_count) as votes
    from (select distinct movie_id, person_id from memory.main.crew_members where job = 'Director')
    join memory.main.movies on id = movie_id
    join memory.main.people using (person_id)
    group by person_id
  )
  select
    coalesce(candidate.name, live.name) as name,
    coalesce(live.films, 0) as films_before,
    coalesce(live.success, 0) as success_before,
    coalesce(candidate.films, 0) as films_after,
    coalesce(candidate.success, 0) as success_after
  from live full join candidate using (person_id)
  where films_before <> films_after
    or abs(success_before - success_after) > 1e-9 * greatest(abs(success_before), abs(success_after))
  order by greatest(coalesce(live.votes, 0), coalesce(candidate.votes, 0)) desc, person_id
  limit 3
`;

/** Made from the other tables: their rows change with those of the others. */
const DERIVED_TABLES = [
  'credits',
  'directors',
  'genres',
  'namesakes',
  'openings',
  'people_namesakes',
  'question_cast',
  'question_counts',
  'question_directors',
  'question_films',
  'question_keywords',
  'question_languages',
];

function movedTables(live: Version, candidate: Version): Comparison['tables'] {
  const names = [...new Set([...Object.keys(live.tables), ...Object.keys(candidate.tables)])].sort();
  return names
    .map((table) => ({ table, before: live.tables[table] ?? 0, after: candidate.tables[table] ?? 0 }))
    .filter(({ table, before, after }) => before !== after && !DERIVED_TABLES.includes(table));
}
