import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';

const loadSql = readFileSync(new URL('load.sql', import.meta.url), 'utf8');
const checkSql = readFileSync(new URL('check.sql', import.meta.url), 'utf8');

/**
 * Loads the version in this folder over the tables, inside the connection's transaction; `onLoading` is called once the
 * engine reads on threads of its own. Throws when a check fails.
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

/** Throws one sentence with everything that is wrong with the tables that the connection sees. */
export async function checkTables(connection: DuckDBConnection): Promise<void> {
  const problems = (await connection.runAndReadAll(checkSql)).getRowObjectsJS();
  if (problems.length === 0) return;
  throw new Error(`it was refused, for ${problems.map((row) => row.problem).join('; ')}.`);
}
