const LONGEST_QUOTE = 60;

/** A cell in quotes, without control and bidirectional formatting characters, shortened to the part around `at`. */
export function quote(raw: string, at = 0): string {
  const from = raw.length > LONGEST_QUOTE ? Math.max(0, Math.min(at - LONGEST_QUOTE / 2, raw.length)) : 0;
  const part = raw.slice(from, from + LONGEST_QUOTE).replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
  const start = from > 0 ? '...' : '';
  const end = from + LONGEST_QUOTE < raw.length ? '...' : '';
  return JSON.stringify(`${start}${part}${end}`);
}

const thousands = new Intl.NumberFormat('en-US');

/** A number with commas between thousands: so do Mexico and the United States. */
export const number = (value: number): string => thousands.format(value);

/** A fault of a cell or of a row, worded. */
export interface FaultWords {
  what: string;
  column?: string;
  cell?: string;
  /** The offset in the cell, from 0, at which a literal is malformed. */
  at?: number;
}

/** The refused rows of a file, worded; `stopped` if the rest of the file was not read. */
export interface RefusedWords {
  rows: number;
  rejected: number;
  /** The kinds of faults: how many rows have each, and the first of them. */
  faults: readonly { fault: FaultWords; rows: number; first: number }[];
  stopped: boolean;
}

/** 'budget: "x" is not a number' */
export function faultWords({ column, what, cell, at }: FaultWords): string {
  const quoted = cell === undefined ? [] : [cell.trim() === '' ? '""' : quote(cell, at)];
  return [...(column === undefined ? [] : [`${column}:`]), ...quoted, what].join(' ');
}

/** The most kinds of faults that one line lists. */
export const MAX_FAULTS = 30;

/** The most columns that one line lists. */
export const MAX_COLUMNS = 40;
