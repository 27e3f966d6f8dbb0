import { listValue } from '@duckdb/node-api';
import DataLoader from 'dataloader';
import { withAbort } from '../lib/promises.ts';
import type { Search } from '../search/search.ts';
import type { Tables } from './engine.ts';
import type { Snapshot } from './snapshot.ts';
import { withholdNothing } from './withheld.ts';

/** A version in memory: its tables and its search. */
export interface LoadedVersion {
  readonly name: string;
  readonly tables: Tables;
  /** A snapshot for one caller. Its reads reject with the signal's reason once the signal is aborted. */
  snapshot(signal: AbortSignal): Snapshot;
  /** Frees everything once the queries that are under way have ended. */
  close(): Promise<void>;
}

/** For work that several callers share: none of them may end it. */
const never = new AbortController().signal;

export function createLoadedVersion(name: string, tables: Tables, search: Search): LoadedVersion {
  const queryByKey = batchByKey((sql, params) => tables.query(never, sql, params));
  const once = new Map<string, Promise<unknown>>();
  const queryOnce = <Row, Made>(sql: string, make: (rows: Row[]) => Made) => {
    const cached = once.get(sql) as Promise<Made> | undefined;
    if (cached !== undefined) return cached;
    const made = tables.query<Row>(never, sql).then(make);
    once.set(sql, made);
    made.catch(() => once.delete(sql));
    return made;
  };
  return {
    name,
    tables,
    snapshot: (signal) =>
      withholdNothing({
        query: (...args) => tables.query(signal, ...args),
        queryByKey: (...args) => withAbort(signal, queryByKey(...args)),
        queryOnce: (...args) => withAbort(signal, queryOnce(...args)),
        find: (...args) => withAbort(signal, search.find(...args)),
        findChain: (ends) => withAbort(signal, search.findChain(ends)),
        findByDescription: (...args) => withAbort(signal, search.findByDescription(...args)),
      }),
    async close() {
      await Promise.all([tables.close(), search.close()]);
    },
  };
}

/** Makes the `queryByKey` of a `query`. While a batch runs, further keys are collected into the next batch. */
export function batchByKey(query: Snapshot['query']): Snapshot['queryByKey'] {
  const loaders = new Map<string, DataLoader<number, unknown[]>>();

  function createLoader(sql: string) {
    let running: Promise<unknown> = Promise.resolve();
    const load = async (keys: readonly number[]) => {
      const groups = new Map<number, unknown[]>(keys.map((key) => [key, []]));
      const rows = query<{ key: number }>(sql, { keys: listValue([...groups.keys()]) });
      running = rows.catch(() => undefined);
      for (const row of await rows) groups.get(row.key)?.push(row);
      return keys.map((key) => groups.get(key) ?? []);
    };
    // nextTick waits for the pending microtasks, in which more readers may ask for keys.
    return new DataLoader(load, {
      cache: false,
      batchScheduleFn: (dispatch) => void running.then(() => process.nextTick(dispatch)),
    });
  }

  return async <Row>(sql: string, key: number): Promise<Row[]> => {
    const loader = loaders.get(sql) ?? createLoader(sql);
    loaders.set(sql, loader);
    return (await loader.load(key)) as Row[];
  };
}
