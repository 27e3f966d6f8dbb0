import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../src/lib/make-folder.ts';
import { isRunning, processMark } from '../src/lib/process.ts';
import { removeFolder, type Warn } from './remove-folder.ts';

const form = /^\.staging-(\d+-\d+)-[0-9a-f]+$/;

/** The folder in which a run works, beside the published versions. */
export interface Staging {
  root: string;
  /** What becomes the version. */
  tables: string;
  /** Where DuckDB puts what does not fit in memory. */
  spill: string;
}

/**
 * Makes the folder of a run: the process and its start are in the name, so that a later run can tell a folder that was
 * left behind from one in use. Removes those left behind.
 */
export function createStaging(folder: string, warn: Warn): Staging {
  makeFolder(resolve(folder));
  sweep(folder, warn);
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

/** Removes what is left of a run; nothing left is no error. */
export function removeStaging(root: string): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}

function sweep(folder: string, warn: Warn): void {
  for (const name of readdirSync(folder)) {
    const [, mark] = form.exec(name) ?? [];
    if (mark !== undefined && !isRunning(mark)) removeFolder(join(folder, name), warn);
  }
}
