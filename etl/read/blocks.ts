import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Problem } from '../problem.ts';
import { wording } from '../report.ts';
import type { Source } from '../sources.ts';
import { type Block, createCutter } from './cutter.ts';

/** What is known of a file once it is read: the SHA-256 of the file as it lies on the disk, and its rows. */
export interface Sum {
  sha256: string;
  rows: number;
}

const CHUNK_BYTES = 1 << 20;

/**
 * Streams a raw file, plain or gzip (told by its first bytes), as blocks of about 1 MiB of whole records, so that
 * several workers can parse one file. `onHeader` gets the first record, `onBlock` the rest in order; the stream waits
 * for the promises they return. Throws a Problem for bytes that are no CSV, a gzip cut short and a quote never closed.
 */
export async function readBlocks(
  source: Source,
  onBytes: (count: number) => void,
  onHeader: (bytes: Uint8Array) => void,
  onBlock: (block: Block) => Promise<void>,
): Promise<Sum> {
  const hash = createHash('sha256');
  const cutter = createCutter(source.file, onHeader);
  const file = createReadStream(source.path, { highWaterMark: CHUNK_BYTES });
  const raw = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      onBytes(chunk.length);
      yield chunk;
    }
  };
  const hand = async (block: Block | undefined) => {
    if (block) await onBlock(block);
  };
  const cut = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) await hand(cutter.take(chunk));
    await hand(cutter.end());
  };
  try {
    if (await isGzip(source.path)) await pipeline(file, raw, createGunzip({ chunkSize: CHUNK_BYTES }), cut);
    else await pipeline(file, raw, cut);
  } catch (error) {
    throw explain(error, source.file, cutter.rows());
  }
  return { sha256: hash.digest('hex'), rows: cutter.rows() };
}

async function isGzip(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 1 }))
    return chunk instanceof Buffer && chunk[0] === 0x1f && chunk[1] === 0x8b;
  return false;
}

function explain(error: unknown, file: string, rows: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return new Problem(wording.gzipCut(file, rows));
  if (code.startsWith('Z_')) return new Problem(wording.gzipBroken(file, rows));
  if (['EACCES', 'EPERM', 'EISDIR', 'EIO'].includes(code)) return new Problem(wording.unreadable(file, code));
  return error;
}
