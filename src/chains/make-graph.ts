import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { resultRows } from '../lib/result-rows.ts';
import { buildGraph, type Graph, type Link } from './graph.ts';

const linksSql = readFileSync(new URL('links.sql', import.meta.url), 'utf8');

/** Makes the graph from the Parquet files in a version's folder. Rejects if they cannot be read. */
export async function makeGraph(version: string): Promise<Graph> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run('set variable version = $version', { version });
    const links = await connection.run(linksSql);
    return buildGraph({ [Symbol.iterator]: () => resultRows<Link>(links) });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
