import { dirname } from 'node:path';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import Sqlite from 'libsql';
import { makeFolder } from '../lib/make-folder.ts';

/** How long a statement waits for the lock of another program, in milliseconds. */
export const WAIT_MS = 5000;

/**
 * Opens a file, made with its folder when it is not there, as Kysely takes it. Every commit is on the disk before it is
 * acknowledged. Where another program writes, a write waits up to `waitMs` and then throws "database is locked". What is
 * deleted is overwritten with zeros.
 *
 * libsql does not reset a statement that found the file locked: it would stay under way, and what is written after it
 * uncommitted, until it is garbage (tursodatabase/libsql-js#237). So no statement ever finds the file locked: the lock
 * is taken before it, by `exec`, which keeps no statement.
 */
export function openSqlite(file: string, waitMs = WAIT_MS): SqliteDatabase {
  makeFolder(dirname(file));
  const database = new Sqlite(file, { timeout: waitMs });
  retryLocked(() => database.exec('pragma journal_mode = wal'), waitMs);
  // This build of SQLite keeps what it sorts in memory: to rebuild or index a big file that would be gigabytes.
  database.exec('pragma synchronous = full; pragma secure_delete = on; pragma temp_store = file');
  overwriteOldRemains(database);
  return { close: () => database.close(), prepare: (sql) => prepare(database, sql) };
}

/** How long to wait before the journal mode is set again, in milliseconds. */
const RETRY_MS = 10;

/** SQLite does not wait for the lock that a change of the journal mode needs when two processes change it at once. */
function retryLocked(change: () => void, waitMs: number): void {
  for (let left = Math.ceil(waitMs / RETRY_MS); ; left--) {
    try {
      change();
      return;
    } catch (error) {
      if (left <= 0 || !isLocked(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

/** The `user_version` of a file in which nothing was ever deleted without being overwritten. */
const OVERWRITTEN = 1;

/**
 * Version 0.1.0 deleted without overwriting: the first opening after it rebuilds the file. Where that cannot be done,
 * because the disk is full or another program has the file open, the next opening tries again.
 */
function overwriteOldRemains(database: Sqlite.Database): void {
  try {
    const [version] = database.prepare('pragma user_version').raw().get() as [number];
    if (version >= OVERWRITTEN) return;
    database.exec('vacuum');
    database.exec(`pragma user_version = ${OVERWRITTEN}`);
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
  }
}

const isLocked = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';

const BEGIN = 'begin immediate';

function prepare(database: Sqlite.Database, sql: string): SqliteStatement {
  if (sql === 'begin') return command(() => database.exec(BEGIN));
  if (sql === 'commit') return command(() => database.exec(sql));
  if (sql === 'rollback') return command(() => rollBack(database));
  const statement = database.prepare(sql);
  const { reader } = statement;
  if (/^(?:select|pragma)\b/u.test(sql)) return statement;
  return {
    reader,
    all: (parameters) => inTransaction(database, () => statement.all(...parameters)),
    run: (parameters) => inTransaction(database, () => statement.run(...parameters)),
    iterate: (parameters) => statement.iterate(...parameters),
  };
}

/** A statement without parameters and rows. */
function command(execute: () => void): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    run() {
      execute();
      return { changes: 0, lastInsertRowid: 0 };
    },
    iterate: () => [][Symbol.iterator](),
  };
}

/** Writes in the transaction that is under way, or in one of its own. */
function inTransaction<Result>(database: Sqlite.Database, write: () => Result): Result {
  if (database.inTransaction) return write();
  database.exec(BEGIN);
  try {
    const result = write();
    database.exec('commit');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Where the disk is full SQLite itself may have rolled back. */
function rollBack(database: Sqlite.Database): void {
  if (database.inTransaction) database.exec('rollback');
}
