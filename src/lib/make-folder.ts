import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and its parents one by one: Node's own `recursive` never returns below a folder such as /proc. Throws the
 * error of the system, the same on every version of Node: EEXIST for a file in its place, ENOTDIR below a file.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (existsSync(folder) && statSync(folder).isDirectory()) return;
    const isOrphan = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isOrphan || dirname(folder) === folder) throw error;
    makeFolder(dirname(folder));
    mkdirSync(folder);
  }
}
