import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { Problem } from '../../problem.ts';
import { isGzip, readStart } from '../../read/blocks.ts';
import { toUtf8 } from '../../read/decode.ts';
import { findDialect } from '../../read/find-dialect.ts';
import { readHeader } from '../../read/header.ts';
import { createNumberTaker, type NumberTaker } from '../../read/numbers.ts';
import { firstRecord } from '../../read/records.ts';
import { wording } from '../../report.ts';
import type { SourceKind } from '../../source.ts';

const BLOCK_BYTES = 256 * 1024;

/** A file of numbers: its kind names its columns. */
export interface NumbersFile {
  path: string;
  kind: SourceKind;
}

/**
 * Gives the named columns of a CSV of plain numbers (without signs or exponents; plain or gzip) to `onRow`, a row at a
 * time; rows in which one is no number are left out. The file is streamed and no row becomes a string, for there may be
 * 27 million. Throws a Problem for a file that cannot be read and a header that lacks a column.
 */
export async function readNumbers(
  { path, kind }: NumbersFile,
  names: readonly string[],
  onRow: (numbers: Float64Array) => void,
): Promise<void> {
  const start = (head: Buffer): NumberTaker => {
    const dialect = findDialect(head, kind);
    const { line, end } = firstRecord(head, dialect);
    const { columns } = readHeader({ kind, file: basename(path) }, line, dialect);
    const taker = createNumberTaker({ columns, names, dialect }, (numbers, isWhole) => {
      if (isWhole) onRow(numbers);
    });
    taker.take(head.subarray(end));
    return taker;
  };
  const cut = async (chunks: AsyncIterable<Buffer>) => {
    let taker: NumberTaker | undefined;
    for await (const chunk of toUtf8(chunks)) {
      if (taker === undefined) taker = start(chunk);
      else taker.take(chunk);
      await nextTurn();
    }
    taker?.end();
  };
  try {
    const isCompressed = isGzip(await readStart(path));
    const file = createReadStream(path, { highWaterMark: BLOCK_BYTES });
    if (isCompressed) await pipeline(file, createGunzip({ chunkSize: BLOCK_BYTES }), cut);
    else await pipeline(file, cut);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      wording.unreadable(path, error instanceof Error && 'code' in error ? String(error.code) : '?'),
    );
  }
}
