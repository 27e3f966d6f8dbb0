import type { DuckDBConnection } from '@duckdb/node-api';
import { settleAll } from '../src/lib/promises.ts';
import { readRows, readSql } from './database.ts';
import type { Rules } from './manifest.ts';
import { Problem } from './problem.ts';
import type { Loaded } from './read/load-source.ts';
import { wording } from './wording.ts';

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
        // The first failure is known once the checks before it, which have all begun, have ended.
        if (failures.length > 0) return;
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

type CountedInSql = Omit<Rules, 'blank_rows' | 'imputed' | 'blanked' | 'entries_incomplete'>;

/** Counts how often each rule was applied. */
export async function countRules(connection: DuckDBConnection, loaded: readonly Loaded[]): Promise<Rules> {
  const [counted] = await readRows<CountedInSql>(connection, readSql('sql/rules.sql'));
  if (counted === undefined) throw new Error('rules.sql gave no row');
  const sum = (what: string) => loaded.reduce((total, { counts }) => total + (counts[what] ?? 0), 0);
  return {
    ...counted,
    blank_rows: sum('blank_rows'),
    imputed: sum('imputed'),
    blanked: sum('blanked'),
    entries_incomplete: sum('entries_incomplete'),
  };
}
