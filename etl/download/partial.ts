import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { codeOf, sizeOf, syncFolder } from './files.ts';

/** The files of an archive until it is unpacked. */
export interface ArchivePaths {
  /** The whole archive. */
  whole: string;
  /** The bytes received so far. */
  part: string;
  /** The Origin of the part, as JSON. */
  origin: string;
}

const originSchema = z.object({
  from: z.string(),
  etag: z.string().nullable(),
  modified: z.string().nullable(),
  size: z.number().int().nonnegative().nullable(),
});

/** The server's file that a part belongs to: it must not be continued with bytes of another file. */
export type Origin = z.infer<typeof originSchema>;

/** The names of the archive in a folder. */
export function archivePaths(folder: string): ArchivePaths {
  const whole = join(folder, 'the-movies-dataset.zip');
  return { whole, part: `${whole}.part`, origin: `${whole}.json` };
}

/** The origin of an earlier download from the same address; `undefined` if there is none or it is malformed. */
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

/** Deletes the part, then writes the origin of the next one: in this order, a kill cannot mix two files. */
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

/** Syncs the part to disk and renames it to the whole archive. */
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

/** Removes the archive, its part and its origin. */
export async function removeArchive(paths: ArchivePaths): Promise<void> {
  for (const path of [paths.whole, paths.part, paths.origin]) await rm(path, { force: true });
}

/** Whether an earlier run left an archive or a part. */
export async function isPending(paths: ArchivePaths): Promise<boolean> {
  return (await sizeOf(paths.whole)) !== undefined || (await sizeOf(paths.part)) !== undefined;
}
