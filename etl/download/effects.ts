import { statfs } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { Problem } from '../problem.ts';
import { wording } from './wording.ts';

/** The effects of the download apart from files and the network. */
export interface DownloadEffects {
  now(): number;
  pause(ms: number): Promise<void>;
  /** The free bytes of a folder; Infinity if unknown. */
  freeBytes(folder: string): Promise<number>;
  /** The idle timeout of a connection, in milliseconds. */
  idleTimeout: number;
}

/** The real effects. */
export const realEffects: DownloadEffects = {
  now: Date.now,
  pause: (ms) => setTimeout(ms),
  freeBytes,
  idleTimeout: 30_000,
};

async function freeBytes(folder: string): Promise<number> {
  try {
    const { blocks, bavail, bsize } = await statfs(folder);
    return blocks > 0 ? bavail * bsize : Number.POSITIVE_INFINITY;
  } catch {
    // Some network file systems do not report it; writing to a full disk fails later.
    return Number.POSITIVE_INFINITY;
  }
}

/** Throws a Problem unless the folder has this many free bytes. */
export async function requireSpace(folder: string, bytes: number, effects: DownloadEffects): Promise<void> {
  const free = await effects.freeBytes(folder);
  if (free < bytes) throw new Problem(wording.noSpace(folder, bytes, free));
}
