import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  checkResponse,
  describeOrigin,
  explainFetch,
  Interruption,
  isMismatch,
  isSameFile,
} from './answer.ts';
import { type DownloadEffects, requireSpace } from './effects.ts';
import { isSystemError, sizeOf, writeAt } from './files.ts';
import type { Meter } from './meter.ts';
import { type ArchivePaths, beginPart, type Origin, readOrigin, removeArchive } from './partial.ts';
import { wording } from './wording.ts';

/** One download: its address, its files and its effects. */
export interface Download {
  from: string;
  paths: ArchivePaths;
  meter: Meter;
  effects: DownloadEffects;
}

/**
 * One attempt: requests the missing bytes and appends them to the part. Throws an Interruption if the part is incomplete
 * afterwards, a Problem if a retry cannot help.
 */
export async function fetchRest(download: Download): Promise<void> {
  const { from, paths, effects } = download;
  const origin = await readOrigin(paths, from);
  const received = origin === undefined ? 0 : ((await sizeOf(paths.part)) ?? 0);
  if (received > 0 && received === origin?.size) return;
  const watchdog = createWatchdog(effects.idleTimeout);
  try {
    const isContinued = await receiveFrom(download, watchdog, received > 0 ? origin : undefined, received);
    if (!isContinued) await receiveFrom(download, watchdog, undefined, 0);
  } catch (error) {
    throw watchdog.signal.aborted ? new Interruption(wording.idle(effects.idleTimeout)) : error;
  } finally {
    watchdog.stop();
  }
}

/** Requests and receives. If the server's bytes do not continue the part, deletes the part and returns false. */
async function receiveFrom(
  download: Download,
  watchdog: Watchdog,
  origin: Origin | undefined,
  received: number,
): Promise<boolean> {
  const { from, paths, meter, effects } = download;
  const response = await request(from, watchdog.signal, origin, received);
  try {
    if (origin !== undefined && isMismatch(response, origin, received)) {
      meter.note(wording.changed);
      await removeArchive(paths);
      return false;
    }
    checkResponse(response, from, origin !== undefined, effects.now());
    const isRest = response.status === 206;
    const offered = describeOrigin(response, from);
    if (isRest) meter.note(wording.resumes(received));
    else await begin(download, origin, offered);
    await receive(download, watchdog, response, isRest ? received : 0, offered.size);
    return true;
  } finally {
    // An unread body would keep its connection open.
    await response.body?.cancel().catch(() => undefined);
  }
}

/** Sends the request. Accept-Encoding: identity requests plain bytes; If-Range requests the whole file if it has changed. */
async function request(
  from: string,
  signal: AbortSignal,
  origin: Origin | undefined,
  received: number,
): Promise<Response> {
  const headers = new Headers({ 'accept-encoding': 'identity', 'user-agent': 'filmoteca' });
  const validator = origin?.etag ?? origin?.modified;
  // Without a validator, the rest could belong to another file.
  if (validator) {
    headers.set('range', `bytes=${received}-`);
    headers.set('if-range', validator);
  }
  try {
    return await fetch(from, { headers, signal });
  } catch (error) {
    throw explainFetch(error);
  }
}

/** Notes why an existing part is not continued, and begins a new one. */
async function begin({ paths, meter }: Download, before: Origin | undefined, offered: Origin): Promise<void> {
  if (before !== undefined) meter.note(isSameFile(before, offered) ? wording.noRange : wording.changed);
  await beginPart(paths, offered);
}

async function receive(
  { paths, meter, effects }: Download,
  watchdog: Watchdog,
  response: Response,
  start: number,
  size: number | null,
): Promise<void> {
  if (size !== null) await requireSpace(dirname(paths.part), size - start, effects);
  const file = await open(paths.part, start === 0 ? 'w' : 'r+');
  let position = start;
  meter.begin(wording.downloading, start, size);
  try {
    for await (const chunk of bytesOf(response)) {
      watchdog.reset();
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

/** An idle timeout: its signal aborts when `reset` has not been called for that long. */
export interface Watchdog {
  signal: AbortSignal;
  reset(): void;
  stop(): void;
}

/** Starts a watchdog; `timeout` in milliseconds. It does not keep the process alive. */
export function createWatchdog(timeout: number): Watchdog {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeout).unref();
  return {
    signal: controller.signal,
    reset: () => void timer.refresh(),
    stop: () => clearTimeout(timer),
  };
}
