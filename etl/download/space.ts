import { Problem } from '../problem.ts';
import { wording } from './report.ts';
import type { World } from './world.ts';

/** Throws a Problem when a folder has no room for so many bytes more. */
export async function requireSpace(folder: string, bytes: number, world: World): Promise<void> {
  const free = await world.freeBytes(folder);
  if (free < bytes) throw new Problem(wording.noSpace(folder, bytes, free));
}
