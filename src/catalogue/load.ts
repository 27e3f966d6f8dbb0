import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';

const readSql = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const loadSql = readSql('load.sql') + readSql('macros.sql');
const checkSql = readSql('check.sql');

/**
 * Replaces the tables with those of the version in the folder `path`, inside the connection's transaction. Calls `onLoading`
 * once the engine reads on its own threads. Throws if a check fails.
 */
export async function loadTables(
  connection: DuckDBConnection,
  path: string,
  onLoading: () => void,
): Promise<void> {
  await connection.run('set variable version = $path', { path });
  const loading = connection.run(loadSql);
  onLoading();
  await loading;
  await checkTables(connection);
}

/** Throws one sentence with every problem of the tables that the connection reads. */
export async function checkTables(connection: DuckDBConnection): Promise<void> {
  const problems = (await connection.runAndReadAll(checkSql)).getRowObjectsJS();
  if (problems.length === 0) return;
  throw new Error(`it was refused, for ${problems.map((row) => row.problem).join('; ')}.`);
}
