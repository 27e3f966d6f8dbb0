import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect, sql } from 'kysely';
import Sqlite from 'libsql';
import { onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';

const WAIT_MS = 50;

/** A file that the store and another program, a backup for example, have open. */
async function shared() {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-sqlite-'));
  const file = join(folder, 'shared.db');
  const store = new Kysely<{ likes: { film: number } }>({
    dialect: new SqliteDialect({ database: openSqlite(file, WAIT_MS) }),
  });
  await sql`create table likes (film integer primary key)`.execute(store);
  const other = new Sqlite(file, { timeout: WAIT_MS });
  onTestFinished(async () => {
    await store.destroy();
    other.close();
    rmSync(folder, { recursive: true });
  });
  const kept = () => other.prepare('select film from likes').pluck().all();
  const like = (film: number) => store.insertInto('likes').values({ film }).execute();
  return { store, other, kept, like };
}

test('what is acknowledged after another program had locked the file is on the disk, and the file is free', async ({
  expect,
}) => {
  const { other, kept, like } = await shared();
  other.exec('begin immediate');
  await expect(like(1)).rejects.toThrow('database is locked');
  other.exec('rollback');
  await like(2);
  expect(kept()).toEqual([2]);
  other.exec('begin immediate');
  other.exec('rollback');
});

test('a transaction that found the file locked leaves nothing that keeps the next from its commit', async ({
  expect,
}) => {
  const { store, other, kept } = await shared();
  const likeBoth = () =>
    store.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('likes')
        .values([{ film: 3 }])
        .execute();
      await transaction.insertInto('likes').values({ film: 4 }).returning('film').executeTakeFirstOrThrow();
    });
  other.exec('begin immediate');
  await expect(likeBoth()).rejects.toThrow('database is locked');
  other.exec('rollback');
  await likeBoth();
  expect(kept()).toEqual([3, 4]);
});

test('a write that cannot be done leaves no transaction open', async ({ expect }) => {
  const { kept, like } = await shared();
  await like(5);
  await expect(like(5)).rejects.toThrow('UNIQUE constraint failed');
  await like(6);
  expect(kept()).toEqual([5, 6]);
});
