import { openWorker } from '../lib/worker.ts';
import { type StoreLocation, storeName } from './location.ts';
import type { PickOutcome, PickRecord } from './picks.ts';
import type { Queries } from './queries.ts';

export type { StoreLocation } from './location.ts';

type Rest<Query> = Query extends (database: never, ...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : never;

/**
 * What people did, kept durably: what a call gave back is on the disk. It works in a thread of its own; a call that rejects
 * because the thread has ended may have been kept or not.
 */
export type Store = { readonly [Name in keyof Omit<Queries, 'recordPicks'>]: Rest<Queries[Name]> } & {
  /** Judges and keeps one pick; those that arrive together share a transaction. */
  recordPick(pick: PickRecord): Promise<PickOutcome>;
  close(): Promise<void>;
};

/** The store does not answer, or could not do what it was asked. */
export class StoreError extends Error {}

/**
 * Opens the store and brings its tables up to date. Throws one line that names the place, never its password, when it
 * cannot be reached.
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const worker = await openWorker(new URL('worker.mjs', import.meta.url), { data: location }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `The store ${storeName(location)} cannot be opened: ${reason}. ${adviceFor(location)}`,
        {
          cause: error,
        },
      );
    },
  );
  const close = async () => {
    if (!worker.isDown()) await worker.request('close', []);
    await worker.close();
  };
  return new Proxy({ close } as Store, {
    get: (own, name) => {
      if (name === 'then') return undefined;
      if (name === 'close') return own.close;
      return (...args: unknown[]) =>
        worker.request(String(name), args.map(storable)).catch((error: Error) => {
          throw new StoreError(error.message, { cause: error });
        });
    },
  });
}

/** Text that both engines keep as it is: PostgreSQL refuses NUL, and half of a surrogate pair is no character. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, storable(held)]));
}

const adviceFor = (location: StoreLocation) =>
  'file' in location
    ? 'Check that the folder can be written and the disk is not full (STATE_DIR).'
    : 'Check DATABASE_URL and that PostgreSQL is running.';
