import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { codeOf, sizeOf, syncFolder } from './files.ts';

/** Where the archive is while it arrives and until it is unpacked. */
export interface ArchivePaths {
  /** The whole archive. */
  whole: string;
  /** What has arrived of it. */
  part: string;
  /** What it is a part of: see Origin. */
  origin: string;
}

const originSchema = z.object({
  from: z.string(),
  etag: z.string().nullable(),
  modified: z.string().nullable(),
  size: z.number().int().nonnegative().nullable(),
});

/** The file of the server that a part belongs to: bytes of another one must never be joined to it. */
export type Origin = z.infer<typeof originSchema>;

/** The names of the archive in a folder. */
export function archivePaths(folder: string): ArchivePaths {
  const whole = join(folder, 'the-movies-dataset.zip');
  return { whole, part: `${whole}.part`, origin: `${whole}.json` };
}

/** What is known of the archive that came from an address before; undefined where nothing can be trusted. */
export async function readOrigin(paths: ArchivePaths, from: string): Promise<Origin | undefined> {
  try {
    const origin = originSchema.parse(JSON.parse(await readFile(paths.origin, 'utf8')));
    return origin.from === from ? origin : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError)
      return undefined;
    throw error;
  }
}

/** Throws away what has arrived and writes down what comes next: in this order, so that a kill cannot mix two files. */
export async function beginPart(paths: ArchivePaths, origin: Origin): Promise<void> {
  await removeArchive(paths);
  const fresh = `${paths.origin}.part`;
  const handle = await open(fresh, 'w');
  try {
    await handle.writeFile(`${JSON.stringify(origin)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, paths.origin);
}

/** Gives the part the name of the whole, once its bytes are on the disk. */
export async function finishPart(paths: ArchivePaths): Promise<void> {
  const handle = await open(paths.part, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(paths.part, paths.whole);
  await syncFolder(dirname(paths.whole));
}

/** Removes the archive, whole or not, and what is known of it. */
export async function removeArchive(paths: ArchivePaths): Promise<void> {
  for (const path of [paths.whole, paths.part, paths.origin]) await rm(path, { force: true });
}

/** Whether an archive, whole or in part, waits for the next run. */
export async function isPending(paths: ArchivePaths): Promise<boolean> {
  return (await sizeOf(paths.whole)) !== undefined || (await sizeOf(paths.part)) !== undefined;
}
