import type { DuckDBConnection } from '@duckdb/node-api';
import { allEnded } from '../src/lib/all-ended.ts';
import { makeNames } from '../src/search/make-names.ts';
import { type Database, readSql } from './database.ts';
import { makeKeys } from './keys.ts';

/** The steps that make the tables and the names from the raw tables, each with those whose tables it reads; most are a file of etl/sql. */
const needs: Record<string, readonly string[]> = {
  keys: [],
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
  questions: ['titles', 'people', 'movie_keywords', 'movie_languages'],
  names: ['titles', 'people'],
  rejects: [],
};

export const steps = Object.keys(needs);

/**
 * Makes every table, and the file of names in `folder`, several at once: a step runs, on a connection of its own, as soon as
 * those that it needs are done.
 */
export async function makeTables(
  { connect }: Database,
  folder: string,
  time: (step: string, work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const made = new Map<string, Promise<void>>();
  for (const step of steps) {
    const needed = Promise.all((needs[step] ?? []).map((need) => made.get(need)));
    made.set(
      step,
      needed.then(() => time(step, async () => make(step, await connect(), folder))),
    );
  }
  await allEnded([...made.values()]);
}

async function make(step: string, connection: DuckDBConnection, folder: string): Promise<void> {
  try {
    if (step === 'keys') await makeKeys(connection);
    else if (step === 'names') await makeNames(connection, folder);
    else await connection.run(readSql(`sql/${step}.sql`));
  } finally {
    connection.closeSync();
  }
}
