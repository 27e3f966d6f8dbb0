import type { DuckDBConnection } from '@duckdb/node-api';
import { settleAll } from '../src/lib/promises.ts';
import { readSql } from './database.ts';
import { Problem } from './problem.ts';
import { wording } from './report.ts';

/**
 * Runs the checks of checks.sql, one at a time on each connection. Throws a Problem with the first check that fails and an
 * example row.
 */
export async function runChecks(connections: readonly DuckDBConnection[]): Promise<void> {
  const remaining = readChecks().entries();
  const failures: Problem[] = [];
  await settleAll(
    connections.map(async (connection) => {
      for (const [at, { name, sql }] of remaining) {
        const [example] = (await connection.runAndReadUntil(sql, 1)).getRowObjectsJS();
        if (example !== undefined) failures[at] = new Problem(wording.checkFailed(name, show(example)));
      }
    }),
  );
  const first = failures.find((failure) => failure !== undefined);
  if (first !== undefined) throw first;
}

/** Parses checks.sql: each check is a comment with its name, then one statement. */
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
