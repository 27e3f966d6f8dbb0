import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../src/lib/make-folder.ts';
import { isRunning, processMark } from '../src/lib/process.ts';
import type { Sentence } from '../src/lib/sentence.ts';
import { wording } from './wording.ts';

const form = /^\.staging-(\d+-\d+)-[0-9a-f]+$/;

/** The working folder of a run, in the folder of the versions. */
export interface Staging {
  root: string;
  /** The folder that is published. */
  tables: string;
  /** DuckDB's temporary folder, for data that does not fit in memory. */
  spill: string;
}

/**
 * Makes the working folder of a run. Its name has the process id and start time, so a later run can distinguish folders in use
 * from abandoned ones. Removes the abandoned ones.
 */
export function createStaging(folder: string, warn: Warn): Staging {
  makeFolder(resolve(folder));
  removeAbandoned(folder, warn);
  const name = `.staging-${processMark()}-${randomBytes(4).toString('hex')}`;
  const root = join(folder, name);
  const staging = {
    root,
    tables: join(root, 'tables'),
    spill: join(root, 'spill'),
  };
  mkdirSync(root);
  mkdirSync(staging.tables);
  mkdirSync(staging.spill);
  return staging;
}

/** Removes the working folder, if it exists. */
export function removeStaging(root: string): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}

function removeAbandoned(folder: string, warn: Warn): void {
  for (const name of readdirSync(folder)) {
    const [, mark] = form.exec(name) ?? [];
    if (mark !== undefined && !isRunning(mark)) removeFolder(join(folder, name), warn);
  }
}

/** Called with a warning for the operator, one line. */
export type Warn = (sentence: Sentence) => void;

/**
 * Removes a folder that an earlier run left. A failure is only a warning: the folder may belong to another user, such as root if
 * the bot runs under systemd.
 */
export function removeFolder(path: string, warn: Warn): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '?';
    warn(wording.notRemoved(path, code));
  }
}
