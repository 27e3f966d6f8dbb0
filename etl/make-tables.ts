import type { DuckDBConnection } from '@duckdb/node-api';
import { settleAll } from '../src/lib/promises.ts';
import { type Database, readSql } from './database.ts';
import { makeNameKeys } from './name-keys.ts';
import type { Source } from './source.ts';

/** The steps, each with the steps whose tables it reads. A step is a file of etl/sql, except name_keys. */
const steps: Record<string, readonly string[]> = {
  raw_cast: [],
  raw_crew: [],
  name_keys: ['raw_cast', 'raw_crew'],
  kept_rows: [],
  movie_genres: ['kept_rows'],
  movie_countries: ['kept_rows'],
  movies: ['movie_genres', 'movie_countries'],
  movie_words: ['movies'],
  movie_companies: ['kept_rows'],
  movie_languages: ['kept_rows'],
  movie_keywords: ['movies'],
  genders: ['raw_cast'],
  cast_members: ['movies', 'name_keys', 'genders'],
  crew_members: ['movies', 'name_keys'],
  titles: ['movies', 'name_keys'],
  people: ['cast_members', 'crew_members'],
  directors: ['people'],
  credits: ['directors'],
  cards: ['directors'],
  genres: ['movie_genres'],
  openings: ['movies'],
  fames: ['directors'],
  roles: ['people', 'titles'],
  questions: ['titles', 'fames', 'roles', 'movie_keywords', 'movie_languages'],
  question_counts: ['questions'],
  namesakes: ['questions'],
  question_films: ['namesakes', 'genres'],
  question_directors: ['question_films'],
  question_cast: ['question_films', 'genders', 'fames'],
  people_namesakes: ['question_directors', 'question_cast'],
  question_languages: ['question_films'],
  question_keywords: ['question_films'],
  rejects: [],
  drop_intermediates: [
    'movie_companies',
    'question_directors',
    'question_cast',
    'question_keywords',
    'question_languages',
  ],
};

export const tableSteps = Object.keys(steps);

/** Makes every table from the raw ones. A step runs on its own connection as soon as the steps it needs are done. */
export async function makeTables(
  { connection, connect }: Database,
  time: (step: string, work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await connection.run(readSql('sql/macros.sql'));
  const made = new Map<string, Promise<void>>();
  for (const [step, needs] of Object.entries(steps)) {
    const needed = Promise.all(needs.map((need) => made.get(need)));
    made.set(
      step,
      needed.then(() => time(step, async () => make(step, await connect()))),
    );
  }
  await settleAll([...made.values()]);
}

async function make(step: string, connection: DuckDBConnection): Promise<void> {
  try {
    if (step === 'name_keys') await makeNameKeys(connection);
    else await connection.run(readSql(`sql/${step}.sql`));
  } finally {
    connection.closeSync();
  }
}

/** Fills keyword_words from our file of words, if it is among the sources, and makes the other tables of words for reasons. */
export async function loadWords(connection: DuckDBConnection, sources: readonly Source[]): Promise<void> {
  await connection.run(readSql('sql/reason_words.sql'));
  await connection.run(readSql('sql/reason_themes.sql'));
  const words = sources.find(({ kind }) => kind === 'words');
  if (words !== undefined) await connection.run(readSql('sql/keyword_words.sql'), { path: words.path });
}
