import type { DuckDBConnection } from '@duckdb/node-api';
import { fold } from '../src/lib/fold.ts';
import { createAppenders } from './appenders.ts';
import { readSql } from './database.ts';

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

/**
 * A negative person id for each folded name; the names must be sorted and distinct. The id is a hash of the name, so every run
 * gives the same id. If two names have the same hash, the second takes the next free id.
 */
export function generateIds(folded: readonly string[], hash: (text: string) => number = hash31): number[] {
  const taken = new Set<number>();
  return folded.map((name) => {
    let slot = hash(name);
    while (taken.has(slot)) slot = (slot + 1) & 0x7fffffff;
    taken.add(slot);
    return -1 - slot;
  });
}

/** FNV-1a over UTF-16 code units, then MurmurHash3's finaliser; 31 bits. */
function hash31(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
