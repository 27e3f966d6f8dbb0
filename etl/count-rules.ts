import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows, readSql } from './database.ts';
import type { Rules } from './manifest.ts';
import type { Loaded } from './read/load-source.ts';

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
