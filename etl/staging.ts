import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from './make-folder.ts';

const form = /^\.staging-(\d+)-(\d+)-[0-9a-f]+$/;

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
export function createStaging(folder: string): Staging {
  makeFolder(resolve(folder));
  sweep(folder);
  const name = `.staging-${process.pid}-${startOf(process.pid)}-${randomBytes(4).toString('hex')}`;
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

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid, start] = form.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid), start)) removeStaging(join(folder, name));
  }
}

function isRunning(pid: number, start: string | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return startOf(pid) === start;
}

/** When a process started, in ticks since the machine did; '0' where the system does not tell. A pid alone returns. */
function startOf(pid: number): string {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return '0';
  const stat = readFileSync(path, 'utf8');
  // The name of the program, in brackets, may hold anything; the start is the 20th word after it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
}
