import { operatorText } from '../lib/operator-text.ts';
import { OperatorError, sentenceOf } from '../lib/sentence.ts';
import { openWorker } from '../lib/worker.ts';
import { type StoreLocation, storeName } from './location.ts';
import type { PickOutcome, PickRecord } from './picks.ts';
import type { Queries } from './queries.ts';

export type { StoreLocation } from './location.ts';

type Bound<Query> = Query extends (database: never, ...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : never;

/**
 * The bot's durable data about people and servers, in a worker thread. Writes are durable when a call resolves. A call
 * that rejects because the thread ended may or may not have written.
 */
export type Store = { readonly [Name in keyof Omit<Queries, 'recordPicks'>]: Bound<Queries[Name]> } & {
  /** Judges and stores one pick. Picks that arrive at the same time share a transaction. */
  recordPick(pick: PickRecord): Promise<PickOutcome>;
  close(): Promise<void>;
};

/** A query of the store failed, or the store does not answer. */
export class StoreError extends OperatorError {}

/**
 * Opens the store and migrates its tables. Throws one line with the location, without its password, if the store cannot
 * be opened.
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const worker = await openWorker(new URL('worker.mjs', import.meta.url), { data: location }).catch(
    (error: unknown) => {
      const { storeUnopened, checkStateFolder, checkPostgres } = operatorText;
      const advice = 'file' in location ? checkStateFolder : checkPostgres;
      throw new OperatorError(storeUnopened(storeName(location), sentenceOf(error), advice), {
        cause: error,
      });
    },
  );
  const close = async () => {
    if (!worker.isDown()) await worker.request('close', []);
    await worker.close();
  };
  return new Proxy({ close } as Store, {
    get: (target, name) => {
      if (name === 'then') return undefined;
      if (name === 'close') return target.close;
      return (...args: unknown[]) =>
        worker.request(String(name), args.map(storable)).catch((error: Error) => {
          throw new StoreError(sentenceOf(error), { cause: error });
        });
    },
  });
}

/** Removes NUL characters, which PostgreSQL rejects, and replaces lone surrogates. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, storable(item)]));
}
