import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect, sql } from 'kysely';
import Sqlite from 'libsql';
import { onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';

const WAIT_MS = 50;

/** A file that is open in the store and in another program, for example a backup. */
async function openShared() {
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
  const stored = () => other.prepare('select film from likes').pluck().all();
  const like = (film: number) => store.insertInto('likes').values({ film }).execute();
  return { store, other, stored, like };
}

test('a write after another program locked the file is committed, and the file is unlocked', async ({
  expect,
}) => {
  const { other, stored, like } = await openShared();
  other.exec('begin immediate');
  await expect(like(1)).rejects.toThrow('database is locked');
  other.exec('rollback');
  await like(2);
  expect(stored()).toEqual([2]);
  other.exec('begin immediate');
  other.exec('rollback');
});

test('a transaction that fails because the file is locked does not prevent the next commit', async ({
  expect,
}) => {
  const { store, other, stored } = await openShared();
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
  expect(stored()).toEqual([3, 4]);
});

test('a failed write leaves no open transaction', async ({ expect }) => {
  const { stored, like } = await openShared();
  await like(5);
  await expect(like(5)).rejects.toThrow('UNIQUE constraint failed');
  await like(6);
  expect(stored()).toEqual([5, 6]);
});
