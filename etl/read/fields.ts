import { wording } from '../report.ts';
import { isDict, type Literal, type LiteralDict, parseLiteral } from './literal.ts';
import { LiteralError } from './literal-cursor.ts';
import { type Picked, pickFromDicts } from './literal-dicts.ts';

/** A field that cannot be taken: the whole row goes to the rejects, with this line as its reason. */
export class FieldError extends Error {
  constructor(column: string, message: string) {
    super(`${column}: ${message}`);
  }
}

/** One raw row: gives the text of a column, '' where the file does not have it. */
export type Row = (column: string) => string;

/** Makes the reader of rows for a header; the order of the columns does not matter. */
export function rowReader(header: readonly string[]): (fields: readonly string[]) => Row {
  const positions = new Map(header.map((column, position) => [column, position]));
  return (fields) => (column) => fields[positions.get(column) ?? -1] ?? '';
}

const INTEGER_MAX = 2_147_483_647;

/** The text without outer blanks, or null when nothing is left. Lone surrogates, which no file can hold, are replaced. */
export function text(row: Row, column: string): string | null {
  const value = row(column).trim();
  return value === '' ? null : value.toWellFormed();
}

/** A whole number of at least 0 ("81.0" is 81), or null where blank. */
export function whole(row: Row, column: string, max = Number.MAX_SAFE_INTEGER): number | null {
  const value = decimal(row, column, max);
  if (value !== null && !Number.isInteger(value)) throw new FieldError(column, wording.notWhole(row(column)));
  return value;
}

/** A finite number from 0 to `max`, or null where blank. */
export function decimal(row: Row, column: string, max = Number.MAX_SAFE_INTEGER): number | null {
  const raw = row(column).trim();
  if (raw === '') return null;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(raw))
    throw new FieldError(column, wording.notNumber(raw));
  const value = Number(raw);
  if (!(value >= 0 && value <= max)) throw new FieldError(column, wording.outOfRange(raw, max));
  return value;
}

/** A TMDB id: never blank. */
export function id(row: Row, column: string): number {
  const value = whole(row, column, INTEGER_MAX);
  if (value === null || value === 0) throw new FieldError(column, wording.noId(row(column)));
  return value;
}

/** A day as YYYY-MM-DD that the calendar has, or null where blank. */
export function day(row: Row, column: string): string | null {
  const raw = row(column).trim();
  if (raw === '') return null;
  const date = new Date(`${raw}T00:00:00Z`);
  const exists = /^\d{4}-\d\d-\d\d$/.test(raw) && !Number.isNaN(date.getTime());
  if (!exists || !date.toISOString().startsWith(raw)) throw new FieldError(column, wording.notDate(raw));
  return raw;
}

/** True or False; null where blank. */
export function truth(row: Row, column: string): boolean | null {
  const raw = row(column).trim();
  if (raw === 'True' || raw === 'False') return raw === 'True';
  if (raw === '') return null;
  throw new FieldError(column, wording.notTruth(raw));
}

/** The values of `keys` in each dict of a literal list; none where blank. */
export function dicts(row: Row, column: string, keys: readonly string[]): Picked[] {
  const raw = row(column);
  if (raw === '' || raw === '[]') return [];
  const picked = literal(raw, column, (text) => pickFromDicts(text, keys));
  if (picked === undefined) throw new FieldError(column, wording.notList(raw));
  return picked;
}

/** The dict of a literal, or null where blank. */
export function dict(row: Row, column: string): LiteralDict | null {
  const raw = row(column);
  if (raw.trim() === '') return null;
  const value = literal(raw, column, parseLiteral);
  if (!isDict(value)) throw new FieldError(column, wording.notDict(raw));
  return value;
}

function literal<Value>(raw: string, column: string, read: (text: string) => Value): Value {
  try {
    return read(raw);
  } catch (error) {
    if (error instanceof LiteralError)
      throw new FieldError(column, wording.badLiteral(error.message, error.offset));
    throw error;
  }
}

/** The text under a key of a dict, its blanks squeezed, or null where there is none. */
export function dictText(value: Literal | undefined, key: string, column: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new FieldError(column, wording.notText(key));
  const squeezed = /^\s|\s$|\s\s|[^\S ]/.test(value) ? value.trim().replace(/\s+/g, ' ') : value;
  return squeezed === '' ? null : squeezed.toWellFormed();
}

/** The whole number of at least 0 under a key of a dict, or null where there is none. */
export function dictWhole(value: Literal | undefined, key: string, column: string): number | null {
  if (value === undefined || value === null) return null;
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= INTEGER_MAX;
  if (!fits) throw new FieldError(column, wording.notId(key));
  return value;
}
