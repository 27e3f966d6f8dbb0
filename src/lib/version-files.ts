import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The name of a version: when it was made, and six digits of the hash of its tables. */
export const versionForm = /^(?<time>\d{8}T\d{6}Z)-(?<hash>[0-9a-f]{6})$/;

/** The text files beside the versions, each with the name of one: what is live, and what was live before it. */
export type Pointer = 'current' | 'previous';

/** What a pointer names; undefined where there is none. */
export async function readPointer(folder: string, pointer: Pointer): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, pointer), 'utf8')).trim() || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && ABSENT.has(error.code)) return undefined;
    throw error;
  }
}

const ABSENT = new Set<unknown>(['ENOENT', 'ENOTDIR', 'EISDIR']);

/**
 * Sets a pointer by a rename, so that whoever reads it sees the old name or the new. The draft is written in `draftIn`, on
 * the same disk.
 */
export async function writePointer(
  folder: string,
  pointer: Pointer,
  version: string,
  draftIn = folder,
): Promise<void> {
  const draft = join(draftIn, `.${pointer}-${randomUUID()}`);
  await writeFile(draft, `${version}\n`, { flush: true });
  await rename(draft, join(folder, pointer));
}

/** The SHA-256 over the files of a version but for its manifest, in the order of their names. */
export async function hashTables(version: string): Promise<string> {
  const hash = createHash('sha256');
  // One buffer for all: streams would leave as much behind as they read.
  const buffer = Buffer.alloc(1 << 20);
  for (const name of (await readdir(version)).sort()) {
    if (name === 'manifest.json') continue;
    hash.update(name);
    const file = await open(join(version, name));
    try {
      for (let read = await file.read(buffer); read.bytesRead > 0; read = await file.read(buffer))
        hash.update(buffer.subarray(0, read.bytesRead));
    } finally {
      await file.close();
    }
  }
  return hash.digest('hex');
}
