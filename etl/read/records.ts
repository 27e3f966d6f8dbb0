const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;

type Mode = 'start' | 'plain' | 'quoted' | 'closing';

/** Where a scan of CSV bytes stands: it can go on in the next chunk. */
export interface Scan {
  mode: Mode;
  /** Whether the record under way holds nothing yet: empty lines are no records. */
  blank: boolean;
}

export function startScan(): Scan {
  return { mode: 'start', blank: true };
}

/**
 * Walks over CSV bytes and calls `onEnd` with the offset after each record; a line break inside quotes ends nothing.
 * A quote opens only at the start of a field, and text after a closing quote goes on as plain text.
 */
export function scanRecords(
  scan: Scan,
  bytes: Uint8Array,
  onEnd: (end: number, blank: boolean) => void,
): void {
  let { mode, blank } = scan;
  for (let at = 0; at < bytes.length; at++) {
    if (mode === 'quoted') {
      at = bytes.indexOf(QUOTE, at);
      if (at === -1) break;
      mode = 'closing';
      continue;
    }
    const byte = bytes[at];
    if (byte === LINE_FEED) {
      onEnd(at + 1, blank);
      mode = 'start';
      blank = true;
    } else if (byte !== RETURN) {
      mode = nextMode(mode, byte);
      blank = false;
    }
  }
  scan.mode = mode;
  scan.blank = blank;
}

function nextMode(mode: Mode, byte: number | undefined): Mode {
  if (byte === COMMA) return 'start';
  return byte === QUOTE && mode !== 'plain' ? 'quoted' : 'plain';
}

/** Cuts a block that begins at a record into its records, without the empty lines. */
export function splitRecords(block: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  const scan = startScan();
  let from = 0;
  const onEnd = (end: number, blank: boolean) => {
    if (!blank) records.push(block.subarray(from, end));
    from = end;
  };
  scanRecords(scan, block, onEnd);
  if (!scan.blank) onEnd(block.length, false);
  return records;
}
