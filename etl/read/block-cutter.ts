import { Problem } from '../problem.ts';
import type { SourceKind } from '../source.ts';
import { wording } from '../wording.ts';
import { type Dialect, plainDialect } from './dialect.ts';
import { findDialect } from './header.ts';
import { type Scan, scanRecords, startScan } from './records.ts';

/** Whole records of a raw file. `firstRow` is the number of the first record; row 1 follows the header. */
export interface Block {
  bytes: Uint8Array<ArrayBuffer>;
  firstRow: number;
  rows: number;
}

/** Cuts the chunks of a file into blocks. `rows` is the number of records so far, without the header. */
export interface BlockCutter {
  rows(): number;
  take(chunk: Buffer): Block | undefined;
  end(): Block | undefined;
}

const BLOCK_BYTES = 1 << 20;
const LONGEST_RECORD = 32 << 20;

/** The first chunk must hold the head of the file. Throws a Problem if there are no rows or a quote is never closed. */
export function createBlockCutter(
  { file, kind }: { file: string; kind: SourceKind },
  onHeader: (bytes: Uint8Array, dialect: Dialect) => void,
): BlockCutter {
  let dialect: Dialect | undefined;
  let scan = startScan(plainDialect);
  const buffer = createByteBuffer();
  let hasHeader = false;
  let rows = 0;
  let firstRow = 1;

  const takeHeader = () => {
    hasHeader = true;
    onHeader(buffer.join(), dialect ?? plainDialect);
  };
  const takeBlock = (): Block => {
    const block = { bytes: buffer.join(), firstRow, rows: rows + 1 - firstRow };
    firstRow = rows + 1;
    return block;
  };

  return {
    rows: () => rows,
    take(chunk) {
      if (dialect === undefined) {
        dialect = findDialect(chunk, kind);
        scan = startScan(dialect);
      }
      let from = 0;
      let cut = 0;
      let block: Block | undefined;
      scanRecords(scan, chunk, (end, blank) => {
        cut = end;
        if (blank) return;
        if (hasHeader) rows++;
        else {
          buffer.add(chunk.subarray(0, end));
          takeHeader();
          from = end;
        }
      });
      if (hasHeader && cut > from && buffer.size() + cut - from >= BLOCK_BYTES) {
        buffer.add(chunk.subarray(from, cut));
        block = takeBlock();
        from = cut;
      }
      buffer.add(chunk.subarray(from));
      if (buffer.size() > LONGEST_RECORD) throw new Problem(wording.quoteNotClosed(file, rows + 1));
      return block;
    },
    end() {
      finish(scan, file, rows);
      if (!scan.blank) {
        if (hasHeader) rows++;
        else takeHeader();
      }
      if (!hasHeader) throw new Problem(wording.empty(file));
      if (rows === 0) throw new Problem(wording.headerOnly(file));
      return buffer.size() > 0 ? takeBlock() : undefined;
    },
  };
}

function finish(scan: Scan, file: string, rows: number): void {
  if (scan.mode === 'quoted') throw new Problem(wording.quoteNotClosed(file, rows + 1));
}

function createByteBuffer() {
  let parts: Uint8Array[] = [];
  let size = 0;
  return {
    size: () => size,
    add(part: Uint8Array) {
      parts.push(part);
      size += part.length;
    },
    join(): Uint8Array<ArrayBuffer> {
      const bytes = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      parts = [];
      size = 0;
      return bytes;
    },
  };
}
