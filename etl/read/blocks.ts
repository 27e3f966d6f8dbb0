import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Sentence } from '../../src/lib/sentence.ts';
import { Problem } from '../problem.ts';
import type { Source } from '../source.ts';
import { wording } from '../wording.ts';
import { type Block, createBlockCutter } from './block-cutter.ts';
import { toUtf8 } from './decode.ts';
import type { Dialect } from './dialect.ts';

/** The SHA-256 of a file as stored, and its rows. */
export interface FileSummary {
  sha256: string;
  rows: number;
  /** Its encoding, if it is not UTF-8. */
  encoding: string | undefined;
}

/** Callbacks while a file is read; the stream waits for the promise of `block`. */
interface Callbacks {
  /** Bytes as stored, before decompression. */
  bytes(count: number): void;
  header(line: Uint8Array, dialect: Dialect): void;
  /** `ratio` is an upper bound of the size of the text divided by the stored size. */
  block(block: Block, ratio: number): Promise<void>;
}

const CHUNK_BYTES = 1 << 20;

/** The highest compression ratio of gzip. */
const MAX_GZIP_RATIO = 1032;

/**
 * Streams a raw file, plain or gzip (recognised by its first bytes): first the header, then blocks of about 1 MiB of whole
 * records in UTF-8, so that several workers can parse one file. Throws a Problem if the file is not CSV, its gzip data is
 * truncated or a quote is never closed.
 */
export async function readBlocks(source: Source, on: Callbacks): Promise<FileSummary> {
  const hash = createHash('sha256');
  const cutter = createBlockCutter(source, on.header);
  const file = createReadStream(source.path, { highWaterMark: CHUNK_BYTES });
  const raw = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      on.bytes(chunk.length);
      yield chunk;
    }
  };
  const deliver = async (block: Block | undefined) => {
    if (block) await on.block(block, isPacked ? MAX_GZIP_RATIO : 1);
  };
  let encoding: string | undefined;
  const cut = async (chunks: AsyncIterable<Buffer>) => {
    const text = toUtf8(chunks, (found) => {
      encoding = found;
    });
    for await (const chunk of text) await deliver(cutter.take(chunk));
    await deliver(cutter.end());
  };
  let isPacked = false;
  try {
    const start = await readStart(source.path);
    refuseBinary(source.file, start);
    isPacked = isGzip(start);
    if (isPacked) await pipeline(file, raw, createGunzip({ chunkSize: CHUNK_BYTES }), cut);
    else await pipeline(file, raw, cut);
  } catch (error) {
    throw explain(error, source.file, cutter.rows());
  }
  return { sha256: hash.digest('hex'), rows: cutter.rows(), encoding };
}

/** The first bytes of formats that are often mistaken for CSV. */
const signatures: readonly [start: string, what: Sentence][] = [
  ['PK\x03\x04', wording.zip],
  ['\xd0\xcf\x11\xe0', wording.oldExcel],
  ['Rar!', wording.rar],
  ['7z\xbc\xaf', wording.sevenZip],
  ['PAR1', wording.parquet],
  ['SQLite format 3', wording.sqlite],
];

function refuseBinary(file: string, start: string): void {
  const found = signatures.find(([signature]) => start.startsWith(signature));
  if (found !== undefined) throw new Problem(wording.notCsv(file, found[1]));
}

/** Whether a file begins like a gzip. */
export const isGzip = (start: string): boolean => start.startsWith('\x1f\x8b');

/** The first bytes of a file, one character each. */
export async function readStart(path: string): Promise<string> {
  let start = '';
  for await (const chunk of createReadStream(path, { end: 15, encoding: 'latin1' })) start += String(chunk);
  return start;
}

function explain(error: unknown, file: string, rows: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return new Problem(wording.gzipCut(file, rows));
  if (code.startsWith('Z_')) return new Problem(wording.gzipBroken(file, rows));
  if (['EACCES', 'EPERM', 'EISDIR', 'EIO'].includes(code)) return new Problem(wording.unreadable(file, code));
  return error;
}
