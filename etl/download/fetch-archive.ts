import { Problem } from '../problem.ts';
import { type Errand, fetchRest } from './fetch-rest.ts';
import { sizeOf } from './files.ts';
import { Interruption } from './interruption.ts';
import { finishPart, readOrigin } from './partial.ts';
import { wording } from './report.ts';

/** How long to wait after the first, second… failure in a row, in milliseconds. */
const pauses = [1_000, 2_000, 4_000, 8_000, 16_000] as const;
const longestWait = 300_000;

/**
 * Brings the whole archive, going on from what an earlier run left. Tries again while the tries bring it further, and
 * up to five times in a row when they do not. Throws a Problem with what to do.
 */
export async function fetchArchive(errand: Errand): Promise<void> {
  const { from, paths } = errand;
  const isThere = (await sizeOf(paths.whole)) !== undefined && (await readOrigin(paths, from)) !== undefined;
  if (isThere) return;
  let furthest = 0;
  for (let failures = 0; ; failures += 1) {
    const interruption = await attempt(errand);
    if (interruption === undefined) break;
    const held = (await sizeOf(paths.part)) ?? 0;
    if (held > furthest) failures = 0;
    furthest = Math.max(furthest, held);
    await waitForNext(errand, interruption, failures);
  }
  await finishPart(paths);
}

async function attempt(errand: Errand): Promise<Interruption | undefined> {
  try {
    await fetchRest(errand);
    return undefined;
  } catch (error) {
    if (error instanceof Interruption) return error;
    throw error;
  }
}

async function waitForNext(errand: Errand, { message, wait }: Interruption, failures: number): Promise<void> {
  const { from, meter, world } = errand;
  const pause = pauses[failures];
  if (pause === undefined) throw new Problem(wording.gaveUp(from, message, failures + 1));
  if (wait > longestWait) throw new Problem(wording.waitTooLong(from, wait));
  const ms = Math.max(pause, wait);
  meter.note(wording.nextTry(message, ms));
  await world.pause(ms);
}
