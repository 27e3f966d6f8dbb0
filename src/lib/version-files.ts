import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operatorText } from './operator-text.ts';
import { OperatorError } from './sentence.ts';

/** The name of a version: the time at which it was made, and six digits of the hash of its tables. */
export const versionForm = /^(?<time>\d{8}T\d{6}Z)-(?<hash>[0-9a-f]{6})$/;

/**
 * The format of a version: its tables and columns. The ETL writes it to the manifest and the bot reads no other. Raise it with
 * every change of data/README.md that the bot depends on.
 */
export const VERSION_FORMAT = 6;

/** Throws one sentence if this release cannot read versions of this format. */
export function checkFormat(format: number): void {
  if (format !== VERSION_FORMAT) throw new OperatorError(operatorText.otherFormat(format, VERSION_FORMAT));
}

/** The text files beside the versions that name one of them: the live version, and the one that was live before. */
export type Pointer = 'current' | 'previous';

/** The version that a pointer names; `undefined` if there is no pointer. */
export async function readPointer(folder: string, pointer: Pointer): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, pointer), 'utf8')).trim() || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && MISSING.has(error.code)) return undefined;
    throw error;
  }
}

const MISSING = new Set<unknown>(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** A pointer that is written but not yet renamed to its name. */
export interface PointerDraft {
  /** Renames it, so that readers see the old version or the new one. */
  publish(): Promise<void>;
  /** Deletes it, unless it was published. */
  discard(): Promise<void>;
}

/** Writes a pointer to the folder `draftIn`, which must be on the same disk as `folder`. */
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

/** Sets a pointer; the arguments are those of draftPointer. */
export async function writePointer(...args: Parameters<typeof draftPointer>): Promise<void> {
  const { publish } = await draftPointer(...args);
  await publish();
}

/** The SHA-256 of the files of a version, without its manifest, in the order of their names. */
export async function hashTables(version: string): Promise<string> {
  const hash = createHash('sha256');
  // One buffer for all files: streams would leave as much garbage as they read.
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
