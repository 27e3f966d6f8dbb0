import { readFileSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { buildIndex, type NameRow, type SearchIndex } from './build-index.ts';

const readSql = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const sql = { films: readSql('films.sql'), people: readSql('people.sql') };

/** What can be looked up by name. */
export type Kind = keyof typeof sql;

/** Builds the indexes of a published version from its Parquet. */
export async function loadIndexes(version: string): Promise<Record<Kind, SearchIndex>> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run('set variable version = $version', { version });
    return {
      films: buildIndex(await readNames(connection, 'films')),
      people: buildIndex(await readNames(connection, 'people')),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function readNames(connection: DuckDBConnection, kind: Kind): Promise<NameRow[]> {
  const reader = await connection.runAndReadAll(sql[kind]);
  return reader.getRowObjectsJS() as unknown as NameRow[];
}
