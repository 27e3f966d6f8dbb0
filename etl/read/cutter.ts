import { Problem } from '../problem.ts';
import { wording } from '../report.ts';
import type { SourceKind } from '../source.ts';
import { type Dialect, plainDialect } from './dialect.ts';
import { findDialect } from './find-dialect.ts';
import { type Scan, scanRecords, startScan } from './records.ts';

/** Whole records of a raw file: their bytes, the number of the first (1 follows the header), and how many they are. */
export interface Block {
  bytes: Uint8Array<ArrayBuffer>;
  firstRow: number;
  rows: number;
}

/** Takes the chunks of a file as they come and gives blocks; `rows` counts the records so far, without the header. */
export interface Cutter {
  rows(): number;
  take(chunk: Buffer): Block | undefined;
  end(): Block | undefined;
}

const BLOCK_BYTES = 1 << 20;
const LONGEST_RECORD = 32 << 20;

/**
 * The first chunk holds the head of the file, which tells the dialect. Throws a Problem for a file without rows and a
 * quote that is never closed.
 */
export function createCutter(
  { file, kind }: { file: string; kind: SourceKind },
  onHeader: (bytes: Uint8Array, dialect: Dialect) => void,
): Cutter {
  let dialect: Dialect | undefined;
  let scan = startScan(plainDialect);
  const gathered = createGatherer();
  let headerSeen = false;
  let rows = 0;
  let firstRow = 1;

  const takeHeader = () => {
    headerSeen = true;
    onHeader(gathered.join(), dialect ?? plainDialect);
  };
  const takeBlock = (): Block => {
    const block = { bytes: gathered.join(), firstRow, rows: rows + 1 - firstRow };
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
        if (headerSeen) rows++;
        else {
          gathered.add(chunk.subarray(0, end));
          takeHeader();
          from = end;
        }
      });
      if (headerSeen && cut > from && gathered.size() + cut - from >= BLOCK_BYTES) {
        gathered.add(chunk.subarray(from, cut));
        block = takeBlock();
        from = cut;
      }
      gathered.add(chunk.subarray(from));
      if (gathered.size() > LONGEST_RECORD) throw new Problem(wording.quoteNotClosed(file, rows + 1));
      return block;
    },
    end() {
      finish(scan, file, rows);
      if (!scan.blank) {
        if (headerSeen) rows++;
        else takeHeader();
      }
      if (!headerSeen) throw new Problem(wording.empty(file));
      if (rows === 0) throw new Problem(wording.headerOnly(file));
      return gathered.size() > 0 ? takeBlock() : undefined;
    },
  };
}

function finish(scan: Scan, file: string, rows: number): void {
  if (scan.mode === 'quoted') throw new Problem(wording.quoteNotClosed(file, rows + 1));
}

function createGatherer() {
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
