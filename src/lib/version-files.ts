import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The name of a version: when it was made, and six digits of the hash of its tables. */
export const versionForm = /^(?<time>\d{8}T\d{6}Z)-(?<hash>[0-9a-f]{6})$/;

/**
 * The format of a version: its tables and columns. The ETL writes it to the manifest and the bot reads no other. Raise it with
 * every change of data/README.md that the bot depends on.
 */
export const VERSION_FORMAT = 2;

/** Throws one sentence if this release cannot read versions of this format. */
export function checkFormat(format: number): void {
  if (format !== VERSION_FORMAT)
    throw new Error(`it has format ${format}, and this release reads format ${VERSION_FORMAT}.`);
}

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

/** A pointer that is written and not yet in its place. */
export interface PointerDraft {
  /** Puts it in its place by a rename: readers see the old name or the new. */
  publish(): Promise<void>;
  /** Removes it, unless it was published. */
  discard(): Promise<void>;
}

/** Writes a pointer to the disk, in `draftIn`, which is on the disk of `folder`. */
export async function draftPointer(
  folder: string,
  pointer: Pointer,
  version: string,
  draftIn = folder,
): Promise<PointerDraft> {
  const draft = join(draftIn, `.${pointer}-${randomUUID()}`);
  const discard = () => rm(draft, { force: true });
  try {
    await writeFile(draft, `${version}\n`, { flush: true });
  } catch (error) {
    await discard().catch(() => undefined);
    throw error;
  }
  return { publish: () => rename(draft, join(folder, pointer)), discard };
}

/** Sets a pointer; arguments as of draftPointer. */
export async function writePointer(...args: Parameters<typeof draftPointer>): Promise<void> {
  const { publish } = await draftPointer(...args);
  await publish();
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
