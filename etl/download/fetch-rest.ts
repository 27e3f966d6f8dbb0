import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describeOrigin, isSameFile, isUnfit, refuse } from './answer.ts';
import type { DownloadEffects } from './effects.ts';
import { isSystemError, sizeOf, writeAt } from './files.ts';
import { explainFetch, Interruption } from './interruption.ts';
import type { Meter } from './meter.ts';
import { type ArchivePaths, beginPart, type Origin, readOrigin, removeArchive } from './partial.ts';
import { wording } from './report.ts';
import { requireSpace } from './space.ts';
import { createWatchdog, type Watchdog } from './watchdog.ts';

/** What one try works with. */
export interface Errand {
  from: string;
  paths: ArchivePaths;
  meter: Meter;
  world: DownloadEffects;
}

/**
 * One try: asks for the bytes that are still missing and adds them to the part.
 * Throws an Interruption when the part is not whole after it, a Problem when no further try can help.
 */
export async function fetchRest(errand: Errand): Promise<void> {
  const { from, paths, world } = errand;
  const origin = await readOrigin(paths, from);
  const held = origin === undefined ? 0 : ((await sizeOf(paths.part)) ?? 0);
  if (held > 0 && held === origin?.size) return;
  const watchdog = createWatchdog(world.silence);
  try {
    const isContinued = await receiveFrom(errand, watchdog, held > 0 ? origin : undefined, held);
    if (!isContinued) await receiveFrom(errand, watchdog, undefined, 0);
  } catch (error) {
    throw watchdog.signal.aborted ? new Interruption(wording.silent(world.silence)) : error;
  } finally {
    watchdog.stop();
  }
}

/** Asks and receives. False when the server's bytes do not fit the part, which is thrown away then. */
async function receiveFrom(
  errand: Errand,
  watchdog: Watchdog,
  origin: Origin | undefined,
  held: number,
): Promise<boolean> {
  const { from, paths, meter, world } = errand;
  const response = await ask(from, watchdog.signal, origin, held);
  try {
    if (origin !== undefined && isUnfit(response, origin, held)) {
      meter.note(wording.changed);
      await removeArchive(paths);
      return false;
    }
    refuse(response, from, origin !== undefined, world.now());
    const isRest = response.status === 206;
    const offered = describeOrigin(response, from);
    if (isRest) meter.note(wording.goesOn(held));
    else await begin(errand, origin, offered);
    await receive(errand, watchdog, response, isRest ? held : 0, offered.size);
    return true;
  } finally {
    // An answer that was not read to its end would hold its connection.
    await response.body?.cancel().catch(() => undefined);
  }
}

/** The request. Accept-Encoding asks for the bytes as they are; If-Range for all of them if the file has changed. */
async function ask(
  from: string,
  signal: AbortSignal,
  origin: Origin | undefined,
  held: number,
): Promise<Response> {
  const headers = new Headers({ 'accept-encoding': 'identity', 'user-agent': 'filmoteca' });
  const validator = origin?.etag ?? origin?.modified;
  // Without a validator nobody could tell whether the rest is of the same file.
  if (validator) {
    headers.set('range', `bytes=${held}-`);
    headers.set('if-range', validator);
  }
  try {
    return await fetch(from, { headers, signal });
  } catch (error) {
    throw explainFetch(error);
  }
}

/** Says why a part is not used, where there is one, and begins another. */
async function begin({ paths, meter }: Errand, before: Origin | undefined, offered: Origin): Promise<void> {
  if (before !== undefined) meter.note(isSameFile(before, offered) ? wording.noRange : wording.changed);
  await beginPart(paths, offered);
}

async function receive(
  { paths, meter, world }: Errand,
  watchdog: Watchdog,
  response: Response,
  start: number,
  size: number | null,
): Promise<void> {
  if (size !== null) await requireSpace(dirname(paths.part), size - start, world);
  const file = await open(paths.part, start === 0 ? 'w' : 'r+');
  let position = start;
  meter.begin(wording.downloading, start, size);
  try {
    for await (const chunk of bytesOf(response)) {
      watchdog.alive();
      await writeAt(file, chunk, position);
      position += chunk.length;
      meter.advance(chunk.length);
    }
  } catch (error) {
    throw isSystemError(error) ? error : explainFetch(error);
  } finally {
    await file.close();
    meter.end();
  }
  if (size !== null && position < size) throw new Interruption(wording.cut);
}

function bytesOf({ body }: Response): AsyncIterable<Uint8Array> | readonly Uint8Array[] {
  return body ?? [];
}
