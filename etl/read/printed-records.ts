import { type Dialect, LINE_FEED, RETURN } from './dialect.ts';

const QUOTE = 34;

interface Cursor {
  readonly text: string;
  readonly separator: number;
  readonly lineEnd: number;
  at: number;
}

/**
 * Parses CSV text into the same records as csv-parse, several times as fast. It understands only the usual form, in which a field
 * is either quoted as a whole or has no quotes; returns `undefined` for any other text. Skips empty lines.
 */
export function printedRecords(text: string, { separator, lineEnd }: Dialect): string[][] | undefined {
  const cursor: Cursor = { text, separator, lineEnd, at: 0 };
  const records: string[][] = [];
  while (cursor.at < text.length) {
    if (endLine(cursor)) continue;
    const fields = readFields(cursor);
    if (fields === undefined) return undefined;
    records.push(fields);
  }
  return records;
}

/** Parses the fields up to the end of the line. */
function readFields(cursor: Cursor): string[] | undefined {
  const fields: string[] = [];
  for (;;) {
    const field = cursor.text.charCodeAt(cursor.at) === QUOTE ? readQuoted(cursor) : readPlain(cursor);
    if (field === undefined) return undefined;
    fields.push(field);
    if (cursor.text.charCodeAt(cursor.at) === cursor.separator) cursor.at++;
    else return endLine(cursor) ? fields : undefined;
  }
}

/** Skips a line break; true at the end of the text too. */
function endLine(cursor: Cursor): boolean {
  const { text, at, lineEnd } = cursor;
  const start = lineEnd === LINE_FEED && text.charCodeAt(at) === RETURN ? at + 1 : at;
  if (text.charCodeAt(start) === lineEnd) cursor.at = start + 1;
  return cursor.at > at || at === text.length;
}

function readQuoted(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  let end = text.indexOf('"', at + 1);
  let hasQuotes = false;
  while (end !== -1 && text.charCodeAt(end + 1) === QUOTE) {
    hasQuotes = true;
    end = text.indexOf('"', end + 2);
  }
  if (end === -1) return undefined;
  cursor.at = end + 1;
  const field = text.slice(at + 1, end);
  return hasQuotes ? field.replaceAll('""', '"') : field;
}

function readPlain(cursor: Cursor): string {
  const { text, at, separator } = cursor;
  let end = at;
  while (end < text.length && !endsPlain(text.charCodeAt(end), separator)) end++;
  cursor.at = end;
  return text.slice(at, end);
}

const endsPlain = (code: number, separator: number): boolean =>
  code === separator || code === LINE_FEED || code === RETURN || code === QUOTE;
