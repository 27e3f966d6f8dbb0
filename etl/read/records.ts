import { type Dialect, LINE_FEED, RETURN } from './dialect.ts';

const QUOTE = 34;

type Mode = 'start' | 'plain' | 'quoted' | 'closing';

/** The state of a scan of CSV bytes; it continues in the next chunk. */
export interface Scan {
  readonly separator: number;
  readonly lineEnd: number;
  mode: Mode;
  /** Whether the current record is empty so far: empty lines are not records. */
  blank: boolean;
}

export function startScan({ separator, lineEnd }: Dialect): Scan {
  return { separator, lineEnd, mode: 'start', blank: true };
}

/**
 * Scans CSV bytes and calls `onEnd` with the offset after each record; a line break inside quotes does not end one. A quote
 * opens only at the start of a field, and text after a closing quote continues as unquoted text.
 */
export function scanRecords(
  scan: Scan,
  bytes: Uint8Array,
  onEnd: (end: number, blank: boolean) => void,
): void {
  const { separator, lineEnd } = scan;
  let { mode, blank } = scan;
  for (let at = 0; at < bytes.length; at++) {
    if (mode === 'quoted') {
      at = bytes.indexOf(QUOTE, at);
      if (at === -1) break;
      mode = 'closing';
      continue;
    }
    const byte = bytes[at];
    if (byte === lineEnd) {
      onEnd(at + 1, blank);
      mode = 'start';
      blank = true;
    } else if (byte !== RETURN && byte !== LINE_FEED) {
      mode = nextMode(mode, byte, separator);
      blank = false;
    }
  }
  scan.mode = mode;
  scan.blank = blank;
}

function nextMode(mode: Mode, byte: number | undefined, separator: number): Mode {
  if (byte === separator) return 'start';
  return byte === QUOTE && mode !== 'plain' ? 'quoted' : 'plain';
}

/** Splits a block that begins with a record into its records, without empty lines. */
export function splitRecords(block: Uint8Array, dialect: Dialect): Uint8Array[] {
  const records: Uint8Array[] = [];
  const scan = startScan(dialect);
  let from = 0;
  const onEnd = (end: number, blank: boolean) => {
    if (!blank) records.push(block.subarray(from, end));
    from = end;
  };
  scanRecords(scan, block, onEnd);
  if (!scan.blank) onEnd(block.length, false);
  return records;
}

/** The first record of a text, without the empty lines before it, and the offset of the next. */
export function firstRecord(head: Uint8Array, dialect: Dialect): { line: Uint8Array; end: number } {
  let [from, found] = [0, 0];
  scanRecords(startScan(dialect), head, (end, blank) => {
    if (found > 0) return;
    if (blank) from = end;
    else found = end;
  });
  const end = found > 0 ? found : head.length;
  return { line: head.subarray(from, end), end };
}
