import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { Problem } from '../problem.ts';
import { wording } from '../report.ts';
import type { SourceKind } from '../source.ts';
import { canonicalNames, kinds, missingColumns, neededColumns, presentColumns } from './columns.ts';
import { csvOptions, type Dialect } from './dialect.ts';

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
export function headerFaults(kind: SourceKind, names: readonly string[]): string[] {
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
