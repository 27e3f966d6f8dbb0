import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk of a few megabytes in memory; `undo` takes it away. Rejects where the system lets nobody but root mount one. */
export async function mountSmallDisk(scratch: string, size: string) {
  const folder = mkdtempSync(join(scratch, 'disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  return {
    folder,
    async undo() {
      await run('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Why there can be no small disk here. */
export async function whyNoDisk(scratch: string): Promise<string | undefined> {
  try {
    await (await mountSmallDisk(scratch, '1m')).undo();
    return undefined;
  } catch {
    return 'mounting a small disk needs root';
  }
}
