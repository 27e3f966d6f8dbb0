import { describe } from 'vitest';
import type { StoreLocation } from '../../src/store/store.ts';
import { afterFile } from './endings.ts';
import { newStoreFile } from './open-store.ts';
import { newDatabase, whyNoServer } from './postgres.ts';

const reason = await whyNoServer();

/** A database engine that the store runs on. */
export interface Engine {
  readonly name: string;
  /** The location of a new, empty store, which is removed after the file's tests. */
  newLocation(): Promise<StoreLocation>;
}

const sqlite: Engine = { name: 'SQLite', newLocation: async () => newStoreFile() };

const postgres: Engine = {
  name: 'PostgreSQL',
  newLocation: async () => {
    const { url, drop } = await newDatabase();
    afterFile(drop);
    return { url };
  },
};

/** Runs tests on both engines. If PostgreSQL does not answer, its tests are skipped and their title says why. */
export function onBothEngines(title: string, tests: (engine: Engine) => void): void {
  onSqlite(title, tests);
  onPostgres(title, tests);
}

export function onSqlite(title: string, tests: (engine: Engine) => void): void {
  describe(`${title} on SQLite`, () => tests(sqlite));
}

export function onPostgres(title: string, tests: (engine: Engine) => void): void {
  if (reason === undefined) describe(`${title} on PostgreSQL`, () => tests(postgres));
  else describe.skip(`${title} on PostgreSQL: skipped, ${reason}`, () => tests(postgres));
}
