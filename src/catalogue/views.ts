import { listValue } from '@duckdb/node-api';
import DataLoader from 'dataloader';
import { createLease } from '../lib/lease.ts';
import type { Search } from '../search/search.ts';
import type { Connection } from './engine.ts';
import { createPool } from './pool.ts';
import type { Params, Snapshot } from './snapshot.ts';

/** The parts of one version in memory besides its tables. `cache` has the results of `queryOnce`, by SQL. */
export interface LoadedVersion {
  name: string;
  search: Search;
  cache: Map<string, Promise<unknown>>;
}

/** A connection inside a transaction, and the search of the same version. */
export interface View extends Pick<Snapshot, 'query' | 'queryByKey' | 'queryOnce'> {
  search: Search;
  /** Ends the transaction in the background. */
  close(): void;
}

/** Opens views on a pool of connections, and replaces the version under them. */
export function createViews(connections: readonly Connection[]) {
  const pool = createPool(connections);
  const versions = createLease<LoadedVersion>(({ search }) => search.close());
  let live = '';
  /** Transactions whose `begin` has not returned: they may see the old data or the new. */
  const beginning = new Set<Promise<unknown>>();
  const ending = new Set<Promise<unknown>>();
  let committing: Promise<void> | undefined;

  async function open(signal: AbortSignal): Promise<View> {
    const connection = await pool.take(signal);
    while (committing !== undefined) await committing.catch(() => undefined);
    const { held, release } = versions.hold();
    // DuckDB discards an interrupt that arrives between the preparation of a statement and its execution: repeat it.
    let interrupts: NodeJS.Timeout | undefined;
    const interrupt = () => {
      connection.interrupt();
      interrupts = setInterval(connection.interrupt, 20);
    };
    signal.addEventListener('abort', interrupt, { once: true });
    // Queries wait for the transaction, searches need not.
    const begun = connection.begin().catch(() => undefined);
    beginning.add(begun);
    void begun.then(() => beginning.delete(begun));
    const query: View['query'] = (sql, params) => connection.query(signal, sql, params);

    async function end() {
      await connection.rollback().catch(() => undefined);
      if (held.name !== live) await connection.dropStatements();
      pool.give(connection);
    }
    return {
      search: held.search,
      query,
      queryByKey: batchByKey(query),
      async queryOnce<Row, Made>(sql: string, make: (rows: Row[]) => Made) {
        // Concurrent callers share one query. If it fails, perhaps because its caller left, the others repeat it.
        const shared = held.cache.get(sql) as Promise<Made> | undefined;
        if (shared !== undefined) {
          const value = await shared.catch(() => undefined);
          if (value !== undefined) return value;
        }
        const made = query<Row>(sql).then(make);
        held.cache.set(sql, made);
        made.catch(() => held.cache.delete(sql));
        return made;
      },
      close() {
        release();
        signal.removeEventListener('abort', interrupt);
        clearInterval(interrupts);
        const ended = end();
        ending.add(ended);
        void ended.then(() => ending.delete(ended));
      },
    };
  }

  return {
    open,
    /** The version that new views see. */
    version: () => live,
    /** The search of the live version, until `release` is called. */
    holdSearch() {
      const { held, release } = versions.hold();
      return { search: held.search, release };
    },
    /**
     * Runs `commit` and makes `version` the live one. No view opens meanwhile, so tables and search change together.
     */
    async replace(version: LoadedVersion, commit: () => Promise<unknown>): Promise<void> {
      committing = (async () => {
        await Promise.allSettled(beginning);
        await commit();
        versions.replace(version);
        live = version.name;
      })();
      try {
        await committing;
      } finally {
        committing = undefined;
      }
      for (const connection of connections) void connection.dropStatements();
    },
    load: pool.load,
    /** Resolves once every closed view has ended its transaction. */
    async close(): Promise<void> {
      await Promise.all(ending);
      await versions.close();
    },
  };
}

export type Views = ReturnType<typeof createViews>;

/** Makes the `queryByKey` of a `query`. While a batch runs, further keys are collected into the next batch. */
export function batchByKey(query: Snapshot['query']): Snapshot['queryByKey'] {
  const loaders = new Map<string, DataLoader<number, unknown[]>>();

  function createLoader(sql: string, params: Params) {
    let running: Promise<unknown> = Promise.resolve();
    const load = async (keys: readonly number[]) => {
      const rows = query<{ key: number }>(sql, { ...params, keys: listValue([...keys]) });
      running = rows.catch(() => undefined);
      const groups = new Map<number, unknown[]>(keys.map((key) => [key, []]));
      for (const row of await rows) groups.get(row.key)?.push(row);
      return keys.map((key) => groups.get(key) ?? []);
    };
    // nextTick waits for the pending microtasks, in which more readers may ask for keys.
    return new DataLoader(load, {
      batchScheduleFn: (dispatch) => void running.then(() => process.nextTick(dispatch)),
    });
  }

  return async <Row>(sql: string, key: number, params: Params = {}): Promise<Row[]> => {
    const name = `${sql}${JSON.stringify(params)}`;
    const loader = loaders.get(name) ?? createLoader(sql, params);
    loaders.set(name, loader);
    return (await loader.load(key)) as Row[];
  };
}
