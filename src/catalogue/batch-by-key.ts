import { listValue } from '@duckdb/node-api';
import DataLoader from 'dataloader';
import type { Params, Snapshot } from './snapshot.ts';

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
