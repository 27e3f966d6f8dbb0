import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { z } from 'zod';
import { makeFolder } from '../lib/make-folder.ts';
import { operatorText } from '../lib/operator-text.ts';
import { OperatorError, sentenceOf } from '../lib/sentence.ts';

/** How long a start waits for the lock: `npm run doctor` takes it for a moment. */
const WAIT_MS = 500;

const Holder = z.object({ pid: z.int(), url: z.string().optional() });
/** The process that uses a state folder, and the address of its page. */
export type Holder = z.infer<typeof Holder>;

export interface StateLock {
  /** Stores the page's address for the error message of later starts. */
  note(url: string): void;
  release(): void;
}

/**
 * Locks a state folder for this process; creates it if it is missing. The lock is SQLite's lock on an empty file: the
 * operating system releases it when the process ends, however it ends. `running.json` beside it names the process and
 * the address of its page. Throws one line if another process has the lock or the folder cannot be written.
 */
export function lockState(folder: string, url?: string): StateLock {
  const lock = take(folder, WAIT_MS);
  if (lock === undefined) throw taken(folder, readHolder(folder) ?? {});
  const note = (holder: Holder) => writeFileSync(infoFile(folder), `${JSON.stringify(holder)}\n`);
  const { pid } = process;
  note({ pid, url });
  return {
    note: (url) => note({ pid, url }),
    release() {
      rmSync(infoFile(folder), { force: true });
      lock.close();
    },
  };
}

/** The process that has locked a state folder; `undefined` if none has. An unknown process is `{ pid: 0 }`. */
export function findHolder(folder: string): Holder | undefined {
  if (!existsSync(lockFile(folder))) return undefined;
  const lock = take(folder, 0);
  lock?.close();
  return lock === undefined ? (readHolder(folder) ?? { pid: 0 }) : undefined;
}

const lockFile = (folder: string) => join(folder, 'filmoteca.lock');
const infoFile = (folder: string) => join(folder, 'running.json');

/** `undefined` if another process has the lock. */
function take(folder: string, waitMs: number): Sqlite.Database | undefined {
  let database: Sqlite.Database | undefined;
  try {
    makeFolder(folder);
    database = new Sqlite(lockFile(folder), { timeout: waitMs });
    database.pragma('journal_mode = memory');
    database.exec('begin exclusive');
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return undefined;
    throw new OperatorError(operatorText.folderUnusable(folder, sentenceOf(error), 'STATE_DIR'), {
      cause: error,
    });
  }
}

function readHolder(folder: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(infoFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

const taken = (folder: string, { pid, url = folder }: Partial<Holder>) =>
  new OperatorError(operatorText.alreadyRunning(url, pid));
