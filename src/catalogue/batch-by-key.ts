import { listValue } from '@duckdb/node-api';
import type { Params, Snapshot } from './snapshot.ts';

/** The calls with one SQL and one set of parameters. */
interface Batches {
  running: Promise<unknown>;
  /** The keys of the next batch, which starts when `running` ends. */
  keys: Set<number>;
  next: Promise<Map<number, unknown[]>> | undefined;
}

/** Makes the `queryByKey` of a `query`: while a batch runs, further calls are collected into the next batch. */
export function batchByKey(query: Snapshot['query']): Snapshot['queryByKey'] {
  const queries = new Map<string, Batches>();

  const runNext = async (batches: Batches, sql: string, params: Params) => {
    await batches.running.catch(() => undefined);
    const keys = [...batches.keys];
    batches.keys = new Set();
    batches.next = undefined;
    return groupByKey(await query<{ key: number }>(sql, { ...params, keys: listValue(keys) }));
  };

  return async <Row>(sql: string, key: number, params: Params = {}): Promise<Row[]> => {
    const name = `${sql}${JSON.stringify(params)}`;
    const batches = queries.get(name) ?? { running: Promise.resolve(), keys: new Set(), next: undefined };
    queries.set(name, batches);
    batches.keys.add(key);
    batches.next ??= runNext(batches, sql, params);
    batches.running = batches.next;
    return ((await batches.next).get(key) ?? []) as Row[];
  };
}

function groupByKey(rows: readonly { key: number }[]): Map<number, unknown[]> {
  const groups = new Map<number, unknown[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group === undefined) groups.set(row.key, [row]);
    else group.push(row);
  }
  return groups;
}
