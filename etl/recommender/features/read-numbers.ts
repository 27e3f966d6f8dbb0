import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { Problem } from '../../problem.ts';
import { isGzip, readStart } from '../../read/blocks.ts';
import { toUtf8 } from '../../read/decode.ts';
import { findDialect, readHeader } from '../../read/header.ts';
import { createNumberParser, type NumberParser } from '../../read/numbers.ts';
import { firstRecord } from '../../read/records.ts';
import type { SourceKind } from '../../source.ts';
import { wording } from '../../wording.ts';

const BLOCK_BYTES = 256 * 1024;

/** A CSV file of numbers. */
export interface NumbersFile {
  path: string;
  kind: SourceKind;
}

/**
 * Calls `onRow` with the named columns of each row of a CSV of plain numbers (no signs or exponents; plain or gzip). Skips
 * rows with a cell that is not a number. Streams the file and makes no strings of rows: there may be 27 million. Throws a
 * Problem if the file cannot be read or its header lacks a column.
 */
export async function readNumbers(
  { path, kind }: NumbersFile,
  names: readonly string[],
  onRow: (numbers: Float64Array) => void,
): Promise<void> {
  const start = (head: Buffer): NumberParser => {
    const dialect = findDialect(head, kind);
    const { line, end } = firstRecord(head, dialect);
    const { columns } = readHeader({ kind, file: basename(path) }, line, dialect);
    const parser = createNumberParser({ columns, names, dialect }, (numbers, isWhole) => {
      if (isWhole) onRow(numbers);
    });
    parser.parse(head.subarray(end));
    return parser;
  };
  const cut = async (chunks: AsyncIterable<Buffer>) => {
    let parser: NumberParser | undefined;
    for await (const chunk of toUtf8(chunks)) {
      if (parser === undefined) parser = start(chunk);
      else parser.parse(chunk);
      await nextTurn();
    }
    parser?.end();
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
