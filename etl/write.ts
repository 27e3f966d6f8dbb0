import { join } from 'node:path';
import { settleAll } from '../src/lib/promises.ts';
import { type Database, readSql } from './database.ts';
import { Problem } from './problem.ts';
import { wording } from './wording.ts';

/** Writes the published tables to a folder as Parquet. Returns the row count of each, read back from the file. */
export async function writeTables(database: Database, folder: string): Promise<Record<string, number>> {
  const rows = await settleAll(publishedTables.map((name) => write(database, name, folder)));
  return Object.fromEntries(publishedTables.map((name, at) => [name, rows[at] ?? 0]));
}

async function write({ connect }: Database, name: string, folder: string): Promise<number> {
  const path = join(folder, `${name}.parquet`);
  const connection = await connect();
  try {
    await connection.run(readSql('sql/write_table.sql'), { name, path });
    const reader = await connection.runAndReadAll(readSql('sql/count_written.sql'), { name, path });
    const [[written, expected] = []] = reader.getRows();
    if (typeof written !== 'number' || written !== expected) throw new Problem(wording.lostRows(name));
    return written;
  } finally {
    connection.closeSync();
  }
}

/** The published tables, described in the data dictionary (data/README.md). */
export const publishedTables = [
  'movies',
  'movie_genres',
  'movie_companies',
  'movie_countries',
  'movie_languages',
  'movie_keywords',
  'cast_members',
  'crew_members',
  'people',
  'titles',
  'movie_words',
  'genres',
  'directors',
  'credits',
  'openings',
  'recommendations',
  'recommendation_lists',
  'reason_names',
  'questions',
  'question_counts',
  'question_films',
  'question_directors',
  'question_cast',
  'question_languages',
  'question_keywords',
  'namesakes',
  'people_namesakes',
  'rejects',
] as const;
