import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openStore, type Store, type StoreLocation } from '../../src/store/store.ts';
import { afterFile } from './endings.ts';
import { newDatabase, whyNoServer } from './postgres.ts';

const reason = await whyNoServer();

export interface Engine {
  readonly name: string;
  /** A new, empty place to keep things in; gone after the file's tests. */
  place(): Promise<StoreLocation>;
}

/** A place for a file, gone after the file's tests. */
export function newStoreFile(): { file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-store-'));
  afterFile(() => rmSync(folder, { recursive: true }));
  return { file: join(folder, 'state', 'filmoteca.db') };
}

export const sqlite: Engine = { name: 'SQLite', place: async () => newStoreFile() };

const postgres: Engine = {
  name: 'PostgreSQL',
  place: async () => {
    const { url, drop } = await newDatabase();
    afterFile(drop);
    return { url };
  },
};

/** Opens a store that is closed after the file's tests. */
export async function openTestStore(location: StoreLocation): Promise<Store> {
  const store = await openStore(location);
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= store.close();
    return closed;
  };
  afterFile(close);
  return new Proxy(store, { get: (own, name) => (name === 'close' ? close : Reflect.get(own, name)) });
}

/** Says the same of both engines; where PostgreSQL does not answer, its part says that it was skipped and why. */
export function onBothEngines(title: string, tests: (engine: Engine) => void): void {
  describe(`${title} on SQLite`, () => tests(sqlite));
  onPostgres(title, tests);
}

/** Says of SQLite alone what is about its file. */
export function onSqlite(title: string, tests: (engine: Engine) => void): void {
  describe(`${title} on SQLite`, () => tests(sqlite));
}

/** Says of PostgreSQL alone what SQLite has no counterpart of. */
export function onPostgres(title: string, tests: (engine: Engine) => void): void {
  if (reason === undefined) describe(`${title} on PostgreSQL`, () => tests(postgres));
  else describe.skip(`${title} on PostgreSQL: skipped, ${reason}`, () => tests(postgres));
}
