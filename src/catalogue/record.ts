import { listValue } from '@duckdb/node-api';
import type { Params, Snapshot } from './snapshot.ts';
import { withholdNothing } from './withheld.ts';

/** One query that a call made. Queries by key with the same SQL are one, with all their keys. */
export interface QueryRun {
  readonly sql: string;
  params: Params;
  /** The rows that it returned; undefined if the result was cached. */
  rows: number | undefined;
  /** From the first call to the last rows, in ms since the process began; the wait for a connection is included. */
  readonly began: number;
  ended: number;
}

/** A snapshot that records its queries, guarded or not, in the order in which they began. */
export function recordQueries(snapshot: Snapshot): { snapshot: Snapshot; runs: readonly QueryRun[] } {
  const runs: QueryRun[] = [];
  const byKey = new Map<string, { run: QueryRun; keys: number[] }>();

  function begin(sql: string, params: Params = {}): QueryRun {
    const run = { sql, params, rows: undefined, began: performance.now(), ended: 0 };
    runs.push(run);
    return run;
  }
  function end<Rows extends readonly unknown[]>(run: QueryRun, rows: Rows): Rows {
    run.rows = (run.rows ?? 0) + rows.length;
    run.ended = performance.now();
    return rows;
  }
  return {
    runs,
    snapshot: withholdNothing({
      ...snapshot,
      async query<Row>(sql: string, params?: Params) {
        const run = begin(sql, params);
        return end(run, await snapshot.query<Row>(sql, params));
      },
      async queryByKey<Row>(sql: string, key: number) {
        const { run, keys } = byKey.get(sql) ?? { run: begin(sql), keys: [] };
        byKey.set(sql, { run, keys });
        keys.push(key);
        run.params = { keys: listValue(keys) };
        return end(run, await snapshot.queryByKey<Row>(sql, key));
      },
      async queryOnce<Row, Made>(sql: string, make: (rows: Row[]) => Made) {
        const run = begin(sql);
        const made = await snapshot.queryOnce<Row, Made>(sql, (rows) => make(end(run, rows)));
        run.ended = performance.now();
        return made;
      },
    }),
  };
}
