import { Worker } from 'node:worker_threads';
import { openLine } from '../lib/worker-line.ts';
import { type StoreLocation, storeName } from './location.ts';
import type { Pick, PickOutcome } from './picks.ts';
import type { Queries } from './queries.ts';

export type { StoreLocation } from './location.ts';

type Rest<Query> = Query extends (database: never, ...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : never;

/** What people did, kept durably: what a call gave back is on the disk. It works in a thread of its own. */
export type Store = { readonly [Name in keyof Omit<Queries, 'recordPicks'>]: Rest<Queries[Name]> } & {
  /** Judges and keeps one pick; those that arrive together share a transaction. */
  recordPick(pick: Pick): Promise<PickOutcome>;
  close(): Promise<void>;
};

/**
 * Opens the store and brings its tables up to date. Throws one line that names the place, never its password, when it
 * cannot be reached.
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData: location, execArgv: [] });
  const ask = openLine(worker);
  try {
    await ask('open', []);
  } catch (error) {
    await worker.terminate();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The store ${storeName(location)} cannot be opened: ${reason}. ${adviceFor(location)}`, {
      cause: error,
    });
  }
  const close = async () => {
    await ask('close', []);
    await worker.terminate();
  };
  return new Proxy({ close } as Store, {
    get: (own, name) => {
      if (name === 'then') return undefined;
      if (name === 'close') return own.close;
      return (...args: unknown[]) => ask(String(name), args.map(storable));
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
