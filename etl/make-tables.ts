import type { DuckDBConnection } from '@duckdb/node-api';
import { settleAll } from '../src/lib/promises.ts';
import { type Database, readSql } from './database.ts';
import { makeKeys } from './keys.ts';

/** The steps that make the tables from the raw ones, each with those whose tables it reads; most are a file of etl/sql. */
const steps: Record<string, readonly string[]> = {
  raw_cast: [],
  raw_crew: [],
  keys: ['raw_cast', 'raw_crew'],
  kept: [],
  movie_genres: ['kept'],
  movie_countries: ['kept'],
  movies: ['movie_genres', 'movie_countries'],
  movie_words: ['movies'],
  movie_companies: ['kept'],
  movie_languages: ['kept'],
  movie_keywords: ['movies'],
  cast_members: ['movies', 'keys'],
  crew_members: ['movies', 'keys'],
  titles: ['movies', 'keys'],
  people: ['cast_members', 'crew_members'],
  directors: ['people'],
  credits: ['directors'],
  cards: ['directors'],
  genres: ['movie_genres'],
  openings: ['movies'],
  questions: ['titles', 'directors', 'movie_keywords', 'movie_languages'],
  question_counts: ['questions'],
  namesakes: ['questions'],
  question_films: ['namesakes', 'genres'],
  question_directors: ['question_films'],
  question_cast: ['question_films'],
  people_namesakes: ['question_directors', 'question_cast'],
  question_languages: ['question_films'],
  question_keywords: ['question_films'],
  rejects: [],
  drop_intermediates: ['movie_companies', 'movie_languages', 'movie_keywords', 'titles', 'people'],
};

export const tableSteps = Object.keys(steps);

/** Makes every table, several at once: a step runs, on a connection of its own, as soon as those that it needs are done. */
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
    if (step === 'keys') await makeKeys(connection);
    else await connection.run(readSql(`sql/${step}.sql`));
  } finally {
    connection.closeSync();
  }
}
