import type { DuckDBConnection } from '@duckdb/node-api';
import { settleAll } from '../src/lib/promises.ts';
import { readSql } from './database.ts';
import { Problem } from './problem.ts';
import { wording } from './report.ts';

/**
 * Runs every check of checks.sql, as many at once as there are connections. Throws a Problem that names the first that
 * fails, with a row as an example.
 */
export async function runChecks(connections: readonly DuckDBConnection[]): Promise<void> {
  const left = readChecks().entries();
  const failures: Problem[] = [];
  await settleAll(
    connections.map(async (connection) => {
      for (const [at, { name, sql }] of left) {
        const [example] = (await connection.runAndReadUntil(sql, 1)).getRowObjectsJS();
        if (example !== undefined) failures[at] = new Problem(wording.checkFailed(name, show(example)));
      }
    }),
  );
  const first = failures.find((failure) => failure !== undefined);
  if (first !== undefined) throw first;
}

/** The checks of checks.sql: a comment with the name, then one statement. */
export function readChecks(): { name: string; sql: string }[] {
  const [, ...parts] = readSql('checks.sql').split('-- check: ');
  return parts.map((part) => {
    const [name = '', ...lines] = part.split('\n');
    return { name, sql: lines.join('\n').trim().replace(/;$/, '') };
  });
}

function show(row: Record<string, unknown>): string {
  return Object.entries(row)
    .map(([column, value]) => `${column} = ${String(value)}`)
    .join(', ')
    .slice(0, 300);
}
