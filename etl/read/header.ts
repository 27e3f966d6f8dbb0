import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import type { Sentence } from '../../src/lib/sentence.ts';
import { Problem } from '../problem.ts';
import type { SourceKind } from '../source.ts';
import { wording } from '../wording.ts';
import { canonicalNames, kinds, missingColumns, neededColumns, presentColumns } from './columns.ts';
import { HEAD_BYTES } from './decode.ts';
import { COMMA, csvOptions, type Dialect, LINE_FEED, RETURN } from './dialect.ts';
import { scanRecords, startScan } from './records.ts';

/** The canonical names of a file's columns ('' if a column is not read), and the names of missing columns. */
export interface Header {
  columns: string[];
  missing: string[];
}

/** Parses the header line. Throws a Problem with every fault of the header. */
export function readHeader(
  { kind, file }: { kind: SourceKind; file: string },
  line: Uint8Array,
  dialect: Dialect,
): Header {
  const names = readNames(file, line, dialect);
  const columns = canonicalNames(kind, names);
  const causes = headerFaults(kind, names);
  if (causes.length > 0) throw new Problem(wording.badHeader(file, causes, names));
  return { columns, missing: missingColumns(kind, names) };
}

function readNames(file: string, line: Uint8Array, dialect: Dialect): string[] {
  if (!isUtf8(line) || line.includes(0)) throw new Problem(wording.headerNotText(file));
  try {
    return (parse(Buffer.from(line), csvOptions(dialect))[0] ?? []).map((name) => name.trim());
  } catch {
    throw new Problem(wording.headerNotText(file));
  }
}

/** Why a file with these columns is not of this kind; empty if it is. */
export function headerFaults(kind: SourceKind, names: readonly string[]): Sentence[] {
  const found = presentColumns(kind, names);
  if (found.length === 0) return [wording.notThisCsv(names[0] ?? '')];
  const columns = canonicalNames(kind, names);
  const twice = found.filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  const missing = neededColumns[kind].filter((group) => !group.some((name) => found.includes(name)));
  const other = found.length > missingColumns(kind, names).length ? undefined : likelyKind(kind, names);
  return [
    ...(missing.length > 0 ? [wording.noColumns(missing)] : []),
    ...(twice.length > 0 ? [wording.columnsTwice(twice)] : []),
    ...(other === undefined ? [] : [wording.looksLike(other)]),
  ];
}

/** Another kind whose columns are all present. */
function likelyKind(kind: SourceKind, names: readonly string[]): SourceKind | undefined {
  return kinds.find((other) => other !== kind && missingColumns(other, names).length === 0);
}

const [SEMICOLON, TAB, BAR] = [59, 9, 124];
const SEPARATORS = [COMMA, SEMICOLON, TAB, BAR];

/** Detects the dialect from the head of a file: the separator is the one that yields the most known columns. */
export function findDialect(head: Uint8Array, kind: SourceKind): Dialect {
  const start = head.subarray(0, HEAD_BYTES);
  const lineEnd = findLineEnd(start);
  const found = SEPARATORS.map((separator) => {
    const dialect = { separator, lineEnd };
    const [header = [], ...rows] = firstRecords(start, dialect);
    return {
      dialect,
      rows,
      columns: canonicalNames(kind, header),
      known: presentColumns(kind, header).length,
    };
  });
  const best = found.reduce((one, other) => (other.known > one.known ? other : one));
  const column = best.columns.indexOf('release_date');
  const dates = column < 0 ? [] : best.rows.map((row) => row[column] ?? '');
  return { ...best.dialect, dayFirst: findDayFirst(dates) };
}

/** RETURN if the first line ends in one without a LINE_FEED, else LINE_FEED. */
function findLineEnd(head: Uint8Array): number {
  let first = head.indexOf(RETURN);
  const feed = head.indexOf(LINE_FEED);
  if (first < 0 || (feed >= 0 && feed < first)) return LINE_FEED;
  while (head[first] === RETURN) first++;
  return head[first] === LINE_FEED || head[first] === undefined ? LINE_FEED : RETURN;
}

function firstRecords(head: Uint8Array, dialect: Dialect): string[][] {
  const ends: number[] = [];
  scanRecords(startScan(dialect), head, (end) => ends.push(end));
  const whole = head.subarray(0, ends.at(-1) ?? head.length);
  try {
    return parse(Buffer.from(whole), { ...csvOptions(dialect), relax_quotes: true });
  } catch (error) {
    // An unclosed quote: another dialect, or not CSV, which the header shows.
    if (error instanceof CsvError) return [];
    throw error;
  }
}

/** Whether the day comes first in dates that end in the year: a part above 12 is a day. `undefined` if unclear. */
function findDayFirst(dates: readonly string[]): boolean | undefined {
  const parts = dates.map((date) => /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(date));
  const isDay = (part: 1 | 2) => parts.some((found) => Number(found?.[part] ?? 0) > 12);
  return isDay(1) === isDay(2) ? undefined : isDay(1);
}
