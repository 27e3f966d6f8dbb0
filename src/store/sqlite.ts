import { dirname } from 'node:path';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import Sqlite from 'libsql';
import { makeFolder } from '../lib/make-folder.ts';

/** How long a statement waits for another program's lock, in milliseconds. */
export const WAIT_MS = 5000;

/**
 * Opens a file as a database for Kysely; creates the file and its folder if they are missing. A commit is durable before
 * it is acknowledged. A write waits up to `waitMs` for other programs and then throws "database is locked". Deleted rows
 * are overwritten with zeros.
 *
 * libsql does not reset a statement that fails because the file is locked: later writes stay uncommitted until the
 * statement is garbage-collected (tursodatabase/libsql-js#237). So every write takes the lock first, with `exec`, which
 * leaves no statement behind.
 */
export function openSqlite(file: string, waitMs = WAIT_MS): SqliteDatabase {
  makeFolder(dirname(file));
  const database = new Sqlite(file, { timeout: waitMs });
  retryLocked(() => database.exec('pragma journal_mode = wal'), waitMs);
  // By default this build of SQLite sorts in memory, which takes gigabytes when a big file is rebuilt or indexed.
  database.exec('pragma synchronous = full; pragma secure_delete = on; pragma temp_store = file');
  overwriteDeletedRows(database);
  return { close: () => database.close(), prepare: (sql) => prepare(database, sql) };
}

/** Pause between two attempts to set the journal mode. */
const RETRY_MS = 10;

/** SQLite's busy timeout does not apply if two processes change the journal mode at the same time. */
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

/** The `user_version` of a file whose deleted rows are all overwritten. */
const OVERWRITTEN = 1;

/**
 * Rebuilds a file of version 0.1.0, which did not overwrite deleted rows. If that fails because the disk is full or another
 * program has the file open, the next opening retries it.
 */
function overwriteDeletedRows(database: Sqlite.Database): void {
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

/** A statement without parameters or rows. */
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

/** Writes in the open transaction, or in a new one. */
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

/** Rolls back unless SQLite has done so itself, as it may if the disk is full. */
function rollBack(database: Sqlite.Database): void {
  if (database.inTransaction) database.exec('rollback');
}
