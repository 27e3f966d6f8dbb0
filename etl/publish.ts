import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Staging } from './staging.ts';

const KEPT_VERSIONS = 3;
const form = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;

/** The name of a version, which sorts by time: "20261122T203000Z-" and six digits of the hash of its tables. */
export function versionName(now: Date, hash: string): string {
  return `${now.toISOString().replace(/[-:]|\.\d+/g, '')}-${hash.slice(0, 6)}`;
}

/** The SHA-256 over the bytes of the files of a folder, in the order of their names. */
export function hashFolder(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/**
 * Makes the tables of a run the live version: everything is on the disk before it gets its name, and `current` switches
 * by a rename, so that whoever reads sees the old version or the new, whenever the power fails. The last versions stay.
 */
export function publish(folder: string, staging: Staging, version: string): void {
  for (const name of readdirSync(staging.tables)) sync(join(staging.tables, name));
  sync(staging.tables);
  const target = join(folder, version);
  // A folder of that name holds the same tables, made in the same second.
  if (!existsSync(target)) renameSync(staging.tables, target);
  writeFileSync(staging.pointer, `${version}\n`, { flush: true });
  renameSync(staging.pointer, join(folder, 'current'));
  sync(folder);
  prune(folder);
}

function sync(path: string): void {
  // Windows cannot sync a folder, nor a file that is open for reading.
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function prune(folder: string): void {
  const live = readFileSync(join(folder, 'current'), 'utf8').trim();
  const versions = readdirSync(folder).filter((name) => form.test(name));
  const old = versions.sort().reverse().slice(KEPT_VERSIONS);
  for (const name of old) if (name !== live) rmSync(join(folder, name), { recursive: true, force: true });
}
