import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store, type StoreLocation } from '../../src/store/store.ts';
import { afterFile, type afterTest } from './endings.ts';

/** The location of a new SQLite store in a temporary folder, which is removed after the file's tests. */
export function newStoreFile(): { file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-store-'));
  afterFile(() => rmSync(folder, { recursive: true }));
  return { file: join(folder, 'state', 'filmoteca.db') };
}

/** Opens a store, by default a new SQLite file; closes it after the file's tests, or with `afterTest` after the test. */
export async function openTestStore(
  location: StoreLocation = newStoreFile(),
  atEnd: typeof afterTest = afterFile,
): Promise<Store> {
  const store = await openStore(location);
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= store.close();
    return closed;
  };
  atEnd(close);
  return new Proxy(store, { get: (target, name) => (name === 'close' ? close : Reflect.get(target, name)) });
}
