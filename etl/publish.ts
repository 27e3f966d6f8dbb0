import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { readPointer, versionForm, writePointer } from '../src/lib/version-files.ts';
import { removeFolder, type Staging, type Warn } from './staging.ts';

const KEPT_VERSIONS = 3;

/** The name of a version, which sorts by time: "20261122T203000Z-" and six hex digits of the hash of its tables. */
export function versionName(now: Date, hash: string): string {
  return `${now.toISOString().replace(/[-:]|\.\d+/g, '')}-${hash.slice(0, 6)}`;
}

/**
 * Publishes the tables of a run and makes them the live version, unless `keepCurrent`. Everything is synced to disk before the
 * folder is renamed, and `current` changes by a rename: after a power failure, readers find the old version or the new one.
 * Keeps the newest versions, this one, the live one and the previous one, and removes the others.
 */
export async function publish(
  folder: string,
  staging: Staging,
  version: string,
  { keepCurrent, warn }: { keepCurrent: boolean; warn: Warn },
): Promise<void> {
  for (const name of readdirSync(staging.tables)) sync(join(staging.tables, name));
  sync(staging.tables);
  const target = join(folder, version);
  // A folder with this name has the same tables, made in the same second.
  if (!existsSync(target)) renameSync(staging.tables, target);
  if (!keepCurrent) await makeLive(folder, version, staging.root);
  sync(folder);
  await prune(folder, version, warn);
}

async function makeLive(folder: string, version: string, draftIn: string): Promise<void> {
  const before = await readPointer(folder, 'current');
  if (before !== undefined && before !== version) await writePointer(folder, 'previous', before, draftIn);
  await writePointer(folder, 'current', version, draftIn);
}

function sync(path: string): void {
  // Windows can sync neither folders nor files opened for reading.
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes old versions by name. If the clock was set back, the new version has an old name, so it is kept explicitly. */
async function prune(folder: string, version: string, warn: Warn): Promise<void> {
  const kept = [version, await readPointer(folder, 'current'), await readPointer(folder, 'previous')];
  const versions = readdirSync(folder).filter((name) => versionForm.test(name));
  const old = versions.sort().reverse().slice(KEPT_VERSIONS);
  for (const name of old) if (!kept.includes(name)) removeFolder(join(folder, name), warn);
}
