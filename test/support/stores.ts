import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe } from 'vitest';
import { openStore, type Store, type StoreLocation } from '../../src/store/store.ts';

const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Why PostgreSQL cannot be tested here; undefined when it answers. */
async function whyNoServer(): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    return `no PostgreSQL at TEST_DATABASE_URL (default 127.0.0.1:5432): ${error instanceof Error ? error.message || 'refused' : error}`;
  }
}

const reason = await whyNoServer();

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}

export interface Engine {
  readonly name: string;
  /** A new, empty place to keep things in; gone after the file's tests. */
  place(): Promise<StoreLocation>;
}

const leftovers: (() => unknown)[] = [];

const sqlite: Engine = {
  name: 'SQLite',
  place: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'filmoteca-store-'));
    leftovers.push(() => rmSync(folder, { recursive: true }));
    return { file: join(folder, 'state', 'filmoteca.db') };
  },
};

const postgres: Engine = {
  name: 'PostgreSQL',
  place: async () => {
    const name = `filmoteca_test_${randomBytes(6).toString('hex')}`;
    await onServer(`create database ${name}`);
    leftovers.push(() => onServer(`drop database ${name} with (force)`));
    const url = new URL(server);
    url.pathname = `/${name}`;
    return { url: url.href };
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
  leftovers.push(close);
  return new Proxy(store, { get: (own, name) => (name === 'close' ? close : Reflect.get(own, name)) });
}

/** Says the same of both engines; where PostgreSQL does not answer, its part says that it was skipped and why. */
export function onBothEngines(title: string, tests: (engine: Engine) => void): void {
  afterAll(async () => {
    for (const undo of leftovers.splice(0).reverse()) await undo();
  });
  describe(`${title} on SQLite`, () => tests(sqlite));
  if (reason === undefined) describe(`${title} on PostgreSQL`, () => tests(postgres));
  else describe.skip(`${title} on PostgreSQL: skipped, ${reason}`, () => tests(postgres));
}
