import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'libsql';
import pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { connect } from '../../src/store/connect.ts';
import type { StoreLocation } from '../../src/store/location.ts';
import { migrate } from '../../src/store/migrations.ts';
import { onBothEngines, onSqlite } from '../support/engines.ts';
import { newStoreFile } from '../support/open-store.ts';
import { onServer } from '../support/postgres.ts';
import { buildOpener, openInProcesses } from './openers.ts';

let opener: string;
beforeAll(async () => {
  opener = await buildOpener();
});

const POSTGRES_TABLES = `
  select table_name as name, string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position) as sql
  from information_schema.columns where table_schema = 'public' group by table_name
  union all
  select indexname, indexdef from pg_indexes where schemaname = 'public'
`;

/** All tables and indexes by name, and the recorded migrations. */
async function read(location: StoreLocation): Promise<{ tables: unknown[]; migrations: unknown[] }> {
  const recorded = 'select name from kysely_migration order by name';
  if ('file' in location) {
    const database = new Sqlite(location.file);
    const all = (sql: string) => database.prepare(sql).raw().all();
    const whole = {
      tables: all('select name, sql from sqlite_master order by name'),
      migrations: all(recorded),
    };
    database.close();
    return whole;
  }
  const client = new pg.Client({ connectionString: location.url });
  await client.connect();
  const [tables, migrations] = [
    await client.query(`${POSTGRES_TABLES} order by name`),
    await client.query(recorded),
  ];
  await client.end();
  return { tables: tables.rows, migrations: migrations.rows };
}

/** Opens a store as the bot's worker does. */
async function open(location: StoreLocation): Promise<void> {
  const database = connect(location);
  await migrate(database);
  await database.destroy();
}

/** Empties a location; on PostgreSQL this is faster than a new database. */
async function empty(location: StoreLocation): Promise<StoreLocation> {
  if ('url' in location) await onServer('drop schema public cascade; create schema public', location.url);
  else rmSync(dirname(location.file), { recursive: true });
  return location;
}

onBothEngines('the first start with a store', (engine) => {
  it('can be killed after any statement: the next start completes the migration', async () => {
    const whole = await engine.newLocation();
    const [first] = await openInProcesses(opener, whole, [0]);
    expect(first).toMatchObject({ code: 0, errors: '' });
    const wanted = await read(whole);
    const statements = first?.statements ?? 0;
    expect(statements).toBeGreaterThan(25);
    let place = await engine.newLocation();
    // A process takes long to start: every sixth statement. On SQLite the next test tries all of them.
    for (let number = 1; number <= statements; number += 6) {
      const [killed] = await openInProcesses(opener, place, [number]);
      expect(killed?.signal).toBe('SIGKILL');
      await open(place);
      expect(await read(place)).toEqual(wanted);
      place = await empty(place);
    }
  });

  it.each([2, 2, 2, 5])('%i processes that start at the same time all open it', async (processes) => {
    const place = await engine.newLocation();
    const opened = await openInProcesses(
      opener,
      place,
      Array.from({ length: processes }, () => 0),
    );
    expect(opened.map(({ code, errors }) => ({ code, errors }))).toEqual(
      opened.map(() => ({ code: 0, errors: '' })),
    );
    await open(place);
  });
});

onSqlite('the first start with a store', () => {
  it('leaves files after every statement from which the next start completes the migration', async () => {
    const whole = newStoreFile();
    const copies: { file: string }[] = [];
    // A copy in the middle of the migration has the bytes that a kill at that moment leaves.
    const database = connect(whole, () => {
      const copy = newStoreFile();
      cpSync(dirname(whole.file), dirname(copy.file), { recursive: true });
      copies.push(copy);
    });
    await migrate(database);
    await database.destroy();
    const wanted = await read(whole);
    expect(copies.length).toBeGreaterThan(25);
    for (const copy of copies) {
      await open(copy);
      expect(await read(copy)).toEqual(wanted);
    }
  });
});

onSqlite('a store with a partial schema of version 0.1.0', () => {
  it('opens, wherever its first migration was killed', async () => {
    const whole = newStoreFile();
    await open(whole);
    const wanted = await read(whole);
    const statements = readFileSync('test/store/schema-0.1.0.sql', 'utf8').trim().split('\n');
    expect(statements.length).toBe(16);
    for (const made of statements.keys()) {
      const place = newStoreFile();
      mkdirSync(dirname(place.file));
      const database = new Sqlite(place.file);
      database.exec(statements.slice(0, made + 1).join('\n'));
      database.close();
      await open(place);
      expect(await read(place)).toEqual(wanted);
    }
  });
});
