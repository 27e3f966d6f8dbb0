import type { DuckDBConnection } from '@duckdb/node-api';
import { readSql } from './database.ts';
import type { Source } from './source.ts';

/** Fills keyword_words from our file of words, if it is among the sources, and makes the other tables of words for reasons. */
export async function loadWords(connection: DuckDBConnection, sources: readonly Source[]): Promise<void> {
  await connection.run(readSql('sql/reason_words.sql'));
  const words = sources.find(({ kind }) => kind === 'words');
  if (words !== undefined) await connection.run(readSql('sql/keyword_words.sql'), { path: words.path });
}
