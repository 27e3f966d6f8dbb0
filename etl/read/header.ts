import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { Problem } from '../problem.ts';
import { wording } from '../report.ts';
import type { SourceKind } from '../source.ts';
import { csvOptions, type Dialect } from './dialect.ts';
import { columnNames, kinds, missingColumns, neededColumns, recognise } from './kinds.ts';

/** The columns of a file by the names under which they are read ('' for the others), and those that are not there. */
export interface Header {
  columns: string[];
  missing: string[];
}

/** Reads the line of the header. Throws a Problem that names everything that is wrong with it. */
export function readHeader(
  { kind, file }: { kind: SourceKind; file: string },
  line: Uint8Array,
  dialect: Dialect,
): Header {
  const names = readNames(file, line, dialect);
  const columns = recognise(kind, names);
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

/** Why a file with these columns is none of its kind; empty where it is one. */
export function headerFaults(kind: SourceKind, names: readonly string[]): string[] {
  const found = columnNames(kind, names);
  if (found.length === 0) return [wording.notThisCsv(names[0] ?? '')];
  const columns = recognise(kind, names);
  const twice = found.filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  const missing = neededColumns[kind].filter((group) => !group.some((name) => found.includes(name)));
  const other = found.length > missingColumns(kind, names).length ? undefined : likelyKind(kind, names);
  return [
    ...(missing.length > 0 ? [wording.noColumns(missing)] : []),
    ...(twice.length > 0 ? [wording.columnsTwice(twice)] : []),
    ...(other === undefined ? [] : [wording.looksLike(other)]),
  ];
}

/** Another kind of which a header has all columns. */
function likelyKind(kind: SourceKind, names: readonly string[]): SourceKind | undefined {
  return kinds.find((other) => other !== kind && missingColumns(other, names).length === 0);
}
