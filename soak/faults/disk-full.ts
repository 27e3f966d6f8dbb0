import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Fault } from '../fault.ts';
import { openStoreSession } from '../store-session.ts';

const run = promisify(execFile);

/** Fills the disk of the store to the last byte, then frees it. */
export const diskFull: Fault = {
  name: 'store: disk full',
  fullCount: 100,
  testCount: 1,
  unavailable: () => whyNoSmallDisk(tmpdir()),
  async open(context) {
    const disk = await mountSmallDisk(context.folder, '4m');
    const filler = join(disk.folder, 'filler');
    return openStoreSession(
      context,
      { store: { file: join(disk.folder, 'soak.db') } },
      async () => {
        await fillDisk(filler);
        return async () => rmSync(filler);
      },
      disk.unmount,
    );
  },
};

async function fillDisk(file: string): Promise<void> {
  for (const bytes of [65_536, 4096, 512, 1]) {
    const block = Buffer.alloc(bytes);
    const append = () =>
      appendFile(file, block).then(
        () => true,
        () => false,
      );
    while (await append());
  }
}

/** Mounts a disk in memory. Rejects if the system reserves mounting for root. */
async function mountSmallDisk(parent: string, size: string) {
  const folder = mkdtempSync(join(parent, 'disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  return {
    folder,
    async unmount() {
      await run('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function whyNoSmallDisk(parent: string): Promise<string | undefined> {
  try {
    const disk = await mountSmallDisk(parent, '1m');
    await disk.unmount();
    return undefined;
  } catch {
    return 'mounting a small disk needs root';
  }
}
