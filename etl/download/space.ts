import { Problem } from '../problem.ts';
import type { DownloadEffects } from './effects.ts';
import { wording } from './report.ts';

/** Throws a Problem unless the folder has this many free bytes. */
export async function requireSpace(folder: string, bytes: number, effects: DownloadEffects): Promise<void> {
  const free = await effects.freeBytes(folder);
  if (free < bytes) throw new Problem(wording.noSpace(folder, bytes, free));
}
