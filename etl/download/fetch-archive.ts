import { Problem } from '../problem.ts';
import { Interruption } from './answer.ts';
import { type Download, fetchRest } from './fetch-rest.ts';
import { sizeOf } from './files.ts';
import { finishPart, readOrigin } from './partial.ts';
import { wording } from './wording.ts';

/** The back-off after the first, second … consecutive failure, in milliseconds. */
const pauses = [1_000, 2_000, 4_000, 8_000, 16_000] as const;
const longestWait = 300_000;

/**
 * Downloads the whole archive, continuing the part of an earlier run. Retries with back-off; gives up after five consecutive
 * attempts without progress. Throws a Problem with advice.
 */
export async function fetchArchive(download: Download): Promise<void> {
  const { from, paths } = download;
  const isThere = (await sizeOf(paths.whole)) !== undefined && (await readOrigin(paths, from)) !== undefined;
  if (isThere) return;
  let furthest = 0;
  for (let failures = 0; ; failures += 1) {
    const interruption = await attempt(download);
    if (interruption === undefined) break;
    const received = (await sizeOf(paths.part)) ?? 0;
    if (received > furthest) failures = 0;
    furthest = Math.max(furthest, received);
    await waitForNext(download, interruption, failures);
  }
  await finishPart(paths);
}

async function attempt(download: Download): Promise<Interruption | undefined> {
  try {
    await fetchRest(download);
    return undefined;
  } catch (error) {
    if (error instanceof Interruption) return error;
    throw error;
  }
}

async function waitForNext(
  download: Download,
  { sentence, wait }: Interruption,
  failures: number,
): Promise<void> {
  const { from, meter, effects } = download;
  const pause = pauses[failures];
  if (pause === undefined) throw new Problem(wording.gaveUp(from, sentence, failures + 1));
  if (wait > longestWait) throw new Problem(wording.waitTooLong(from, wait));
  const ms = Math.max(pause, wait);
  meter.note(wording.nextTry(sentence, ms));
  await effects.pause(ms);
}
