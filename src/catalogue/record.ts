import { listValue } from '@duckdb/node-api';
import type { Params, Snapshot } from './snapshot.ts';
import { withholdNothing } from './withheld.ts';

/** One query that a call made. */
export interface QueryRun {
  readonly sql: string;
  readonly params: Params;
  /** The rows that it returned; undefined if the result was cached. */
  rows: number | undefined;
  /** From the call to the rows, the wait for a connection included. */
  ms: number;
}

/** A snapshot that records its queries, guarded or not, in the order in which they began. */
export function recordQueries(snapshot: Snapshot): { snapshot: Snapshot; runs: readonly QueryRun[] } {
  const runs: QueryRun[] = [];
  async function record<Result>(
    sql: string,
    params: Params,
    query: (count: (rows: readonly unknown[]) => void) => Promise<Result>,
  ): Promise<Result> {
    const run: QueryRun = { sql, params, rows: undefined, ms: 0 };
    runs.push(run);
    const started = performance.now();
    const result = await query((rows) => {
      run.rows = rows.length;
    });
    run.ms = performance.now() - started;
    return result;
  }
  const counted = <Row>(sql: string, params: Params, query: () => Promise<Row[]>) =>
    record(sql, params, async (count) => {
      const rows = await query();
      count(rows);
      return rows;
    });
  return {
    runs,
    snapshot: withholdNothing({
      ...snapshot,
      query: <Row>(sql: string, params: Params = {}) =>
        counted(sql, params, () => snapshot.query<Row>(sql, params)),
      queryByKey: <Row>(sql: string, key: number, params: Params = {}) =>
        counted(sql, { ...params, keys: listValue([key]) }, () => snapshot.queryByKey<Row>(sql, key, params)),
      queryOnce: <Row, Made>(sql: string, make: (rows: Row[]) => Made) =>
        record(sql, {}, (count) =>
          snapshot.queryOnce<Row, Made>(sql, (rows) => {
            count(rows);
            return make(rows);
          }),
        ),
    }),
  };
}
