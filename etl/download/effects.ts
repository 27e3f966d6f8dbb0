import { statfs } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** What the download needs of the machine besides files and the network. */
export interface DownloadEffects {
  now(): number;
  pause(ms: number): Promise<void>;
  /** Bytes that may still be written in a folder; Infinity where that cannot be known. */
  freeBytes(folder: string): Promise<number>;
  /** A server that sends no byte for so long is given up, in milliseconds. */
  silence: number;
}

/** The machine as it is. */
export const realEffects: DownloadEffects = {
  now: Date.now,
  pause: (ms) => setTimeout(ms),
  freeBytes,
  silence: 30_000,
};

async function freeBytes(folder: string): Promise<number> {
  try {
    const { blocks, bavail, bsize } = await statfs(folder);
    return blocks > 0 ? bavail * bsize : Number.POSITIVE_INFINITY;
  } catch {
    // Some network file systems do not tell. Writing says it when the disk is full.
    return Number.POSITIVE_INFINITY;
  }
}
