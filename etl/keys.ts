import type { DuckDBConnection } from '@duckdb/node-api';
import { fold } from '../src/lib/fold.ts';
import { createAppenders } from './append.ts';
import { readSql } from './database.ts';
import { madeIds } from './made-ids.ts';

/** Makes what SQL cannot: the folded key of every name and title (table folds), and ids for strangers (made_ids). */
export async function makeKeys(connection: DuckDBConnection): Promise<void> {
  await connection.run(readSql('sql/plain_names.sql'));
  const appenders = createAppenders(connection);
  for await (const texts of readTexts(connection, 'sql/names_to_fold.sql'))
    await appenders.append('folds', [texts, texts.map(fold)]);
  appenders.close();
  await connection.run('drop table names');

  await connection.run(readSql('sql/nameless.sql'));
  const folded: string[] = [];
  for await (const texts of readTexts(connection, 'sql/strangers.sql'))
    for (const text of texts) folded.push(text);
  await appenders.append('made_ids', [folded, madeIds(folded)]);
  appenders.close();
}

/** The first column of a query, a chunk at a time. */
async function* readTexts(connection: DuckDBConnection, sql: string): AsyncGenerator<string[]> {
  const result = await connection.run(readSql(sql));
  for (let at = 0; at < result.chunkCount; at++) yield result.getChunk(at).getColumnValues(0).map(String);
}
