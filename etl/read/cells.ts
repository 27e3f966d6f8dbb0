import type { Sentence } from '../../src/lib/sentence.ts';
import { wording } from '../wording.ts';
import type { Fault } from './batch.ts';
import { readDay } from './dates.ts';
import { COMMA, type Dialect } from './dialect.ts';
import { type Picked, pickFromDicts } from './list-cells.ts';
import { isDict, type Literal, type LiteralDict, parseCell } from './literal.ts';
import { LiteralError } from './literal-text.ts';

/** One raw row. The functions of this file read its cells; a cell that cannot be read adds a fault. */
export interface Row {
  /** The row in the file, from 1. */
  readonly number: number;
  readonly fields: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly dialect: Dialect;
  readonly faults: Fault[];
  /** Counts made while reading; they are kept only if the row has no faults. */
  readonly counts: Record<string, number>;
}

/** Makes rows for a header; the order of the columns does not matter. */
export function createRowMaker(
  header: readonly string[],
  dialect: Dialect,
): (fields: readonly string[], number: number) => Row {
  const places = new Map(header.map((column, place) => [column, place]));
  return (fields, number) => ({ number, fields, places, dialect, faults: [], counts: {} });
}

const INTEGER_MAX = 2_147_483_647;

/** The cell as it is in the file, '' where the file does not have the column. */
export function rawCell(row: Row, column: string): string {
  return row.fields[row.places.get(column) ?? -1] ?? '';
}

const value = (row: Row, column: string) => cellValue(rawCell(row, column));

/** Notes that a cell cannot be read. */
export function addFault(row: Row, column: string, what: Sentence, cell = rawCell(row, column)): void {
  row.faults.push({ column, what, cell });
}

/** Counts something that is worth telling of a row that is taken. */
export function addCount(row: Row, what: string, many = 1): void {
  if (many > 0) row.counts[what] = (row.counts[what] ?? 0) + many;
}

/** The text without outer blanks, or null when nothing is left. Lone surrogates, which no file can hold, are replaced. */
export function text(row: Row, column: string): string | null {
  const trimmed = value(row, column).trim();
  return trimmed === '' ? null : trimmed.toWellFormed();
}

/** A whole number of at least 0 ("81.0" is 81), or null where blank or at fault. */
export function whole(row: Row, column: string, max = Number.MAX_SAFE_INTEGER): number | null {
  const number = decimal(row, column, max);
  if (number === null || Number.isInteger(number)) return number;
  addFault(row, column, wording.notWhole);
  return null;
}

/** A finite number from 0 to `max`, or null where blank or at fault. */
export function decimal(row: Row, column: string, max = Number.MAX_SAFE_INTEGER): number | null {
  let raw = value(row, column).trim();
  if (raw === '') return null;
  // Where a comma does not separate fields it may separate decimals.
  if (row.dialect.separator !== COMMA) raw = raw.replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(raw)) {
    addFault(row, column, wording.notNumber);
    return null;
  }
  const number = Number(raw);
  if (number >= 0 && number <= max) return number;
  addFault(row, column, wording.outOfRange(max));
  return null;
}

/** A TMDB id, 0 where at fault: it is never blank. */
export function id(row: Row, column: string): number {
  const before = row.faults.length;
  const number = whole(row, column, INTEGER_MAX) ?? 0;
  if (number === 0 && row.faults.length === before) addFault(row, column, wording.noId);
  return number;
}

/** A day as YYYY-MM-DD that the calendar has, or null where blank or at fault. */
export function day(row: Row, column: string): string | null {
  const raw = value(row, column).trim();
  if (raw === '') return null;
  const read = readDay(raw, row.dialect.dayFirst);
  if ('day' in read) return read.day;
  addFault(row, column, read.fault);
  return null;
}

const truths = new Map([
  ...['true', 't', 'yes', 'y', '1', '1.0', 'verdadero'].map((word): [string, boolean] => [word, true]),
  ...['false', 'f', 'no', 'n', '0', '0.0', 'falso'].map((word): [string, boolean] => [word, false]),
]);

/** True or False in the spellings of Python, JSON, SQL and spreadsheets; null where blank or at fault. */
export function truth(row: Row, column: string): boolean | null {
  const raw = value(row, column).trim();
  if (raw === '') return null;
  const known = truths.get(raw.toLowerCase());
  if (known === undefined) addFault(row, column, wording.notTruth);
  return known ?? null;
}

/** The values of `keys` in each dict of a literal list; none where blank or at fault. */
export function dicts(row: Row, column: string, keys: readonly string[]): Picked[] {
  const raw = value(row, column);
  if (raw === '' || raw === '[]') return [];
  if (!/^\s*[[(]/.test(raw)) {
    addFault(row, column, wording.notList);
    return [];
  }
  const picked = literal(row, column, () => pickFromDicts(raw, keys));
  if (picked === null) return [];
  if (picked === undefined) addFault(row, column, wording.notList);
  return picked ?? [];
}

/** The dict of a literal, or null where blank or at fault. */
export function dict(row: Row, column: string): LiteralDict | null {
  const raw = value(row, column);
  if (raw === '' || raw === '[]') return null;
  const before = row.faults.length;
  const read = literal(row, column, () => parseCell(raw));
  if (read !== null && isDict(read)) return read;
  if (row.faults.length === before) addFault(row, column, wording.notDict);
  return null;
}

/** The result of `read`, or null and a fault if the text cannot be read. */
function literal<Value>(row: Row, column: string, read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof LiteralError)) throw error;
    const { sentence, offset } = error;
    row.faults.push({ column, what: wording.badLiteral(sentence), cell: rawCell(row, column), at: offset });
    return null;
  }
}

/** The text under a key of a dict, its blanks squeezed, or null where there is none. */
export function dictText(row: Row, column: string, key: string, entry: Literal | undefined): string | null {
  if (entry === undefined || entry === null) return null;
  if (typeof entry === 'string') return squeeze(entry);
  addFault(row, column, wording.notText(key), show(entry));
  return null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: some names contain control characters, which this removes.
const odd = /^\s|\s$|\s\s|[^\S ]|[\u0000-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const blanks = /[\s\u0000-\u001f\u007f-\u009f]+/g;

/** A text on one line, control characters and runs of blanks as one blank; null where nothing is left. */
export function squeeze(text: string): string | null {
  const squeezed = odd.test(text) ? text.replace(blanks, ' ').trim() : text;
  return squeezed === '' ? null : squeezed.toWellFormed();
}

/** The whole number of at least 0 under a key of a dict, or null where there is none. */
export function dictWhole(row: Row, column: string, key: string, entry: Literal | undefined): number | null {
  if (entry === undefined || entry === null || entry === '') return null;
  const number = typeof entry === 'string' && /^\d{1,10}$/.test(entry) ? Number(entry) : entry;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= INTEGER_MAX)
    return number;
  addFault(row, column, wording.notId(key), show(entry));
  return null;
}

function show(entry: Literal): string {
  return typeof entry === 'object' ? JSON.stringify(entry, (_, part) => String(part)) : String(entry);
}

/** The ways in which programs write an empty cell. */
const blankWords = new Set(
  '\\N NULL Null null None NONE none NaN NAN nan -NaN -nan NA <NA> N/A n/a #N/A #NA NaT 1.#QNAN -1.#IND'.split(
    ' ',
  ),
);

const LONGEST = 8;

/** The cell, or '' if it is blank or a word for "no value". */
export function cellValue(cell: string): string {
  if (cell.length > LONGEST) return cell;
  const trimmed = cell.trim();
  return trimmed === '' || blankWords.has(trimmed) ? '' : cell;
}

/** Whether a cell has no value. */
export const isBlankCell = (cell: string): boolean => cellValue(cell).trim() === '';
