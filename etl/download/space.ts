import { Problem } from '../problem.ts';
import type { DownloadEffects } from './effects.ts';
import { wording } from './report.ts';

/** Throws a Problem when a folder has no room for so many bytes more. */
export async function requireSpace(folder: string, bytes: number, world: DownloadEffects): Promise<void> {
  const free = await world.freeBytes(folder);
  if (free < bytes) throw new Problem(wording.noSpace(folder, bytes, free));
}
