import { rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../fault.ts';
import { onStore } from '../store-fault.ts';
import { mountSmallDisk, whyNoDisk } from './small-disk.ts';

/** The disk of the store fills up to the last byte, and is freed again. */
export const diskFull: Fault = {
  name: 'store: disk full',
  full: 100,
  slice: 1,
  unavailable: () => whyNoDisk(tmpdir()),
  async open(ground) {
    const disk = await mountSmallDisk(ground.scratch, '4m');
    const filler = join(disk.folder, 'filler');
    return onStore(
      ground,
      { store: { file: join(disk.folder, 'soak.db') } },
      async () => {
        await fill(filler);
        return async () => rmSync(filler);
      },
      disk.undo,
    );
  },
};

async function fill(file: string): Promise<void> {
  for (const bytes of [65_536, 4096, 512, 1]) {
    const block = Buffer.alloc(bytes);
    while (
      await appendFile(file, block).then(
        () => true,
        () => false,
      )
    );
  }
}
