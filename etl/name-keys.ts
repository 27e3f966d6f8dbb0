import type { DuckDBConnection } from '@duckdb/node-api';
import { fold } from '../src/lib/fold.ts';
import { createAppenders } from './appenders.ts';
import { readSql } from './database.ts';
import { generateIds } from './person-ids.ts';

/** Fills the tables that need JavaScript: `folds`, the folded key of every name and title, and `generated_ids`. */
export async function makeNameKeys(connection: DuckDBConnection): Promise<void> {
  await connection.run(readSql('sql/plain_names.sql'));
  const appenders = createAppenders(connection);
  for await (const texts of readTexts(connection, 'sql/names_to_fold.sql'))
    await appenders.append('folds', [texts, texts.map(fold)]);
  appenders.close();
  await connection.run('drop table names');

  await connection.run(readSql('sql/names_without_id.sql'));
  const folded: string[] = [];
  for await (const texts of readTexts(connection, 'sql/names_needing_id.sql'))
    for (const text of texts) folded.push(text);
  await appenders.append('generated_ids', [folded, generateIds(folded)]);
  appenders.close();
}

/** The first column of a query, a chunk at a time. */
async function* readTexts(connection: DuckDBConnection, sql: string): AsyncGenerator<string[]> {
  const result = await connection.run(readSql(sql));
  for (let at = 0; at < result.chunkCount; at++) yield result.getChunk(at).getColumnValues(0).map(String);
}
