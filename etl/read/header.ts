import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { Problem } from '../problem.ts';
import { wording } from '../report.ts';
import type { Source } from '../sources.ts';
import { neededColumns } from './kinds.ts';

/** The names of the columns. Throws a Problem where the line is no text, or a column that is needed is missing. */
export function readHeader(source: Source, line: Uint8Array): string[] {
  if (!isUtf8(line)) throw new Problem(wording.headerNotText(source.file));
  const header = parseLine(source.file, line).map((name) => name.trim());
  const twice = header.find((name, position) => header.indexOf(name) !== position && name !== '');
  if (twice !== undefined) throw new Problem(wording.columnTwice(source.file, twice));
  const missing = neededColumns[source.kind].filter((column) => !header.includes(column));
  if (missing.length === neededColumns[source.kind].length)
    throw new Problem(wording.notThisCsv(source.file, header[0] ?? ''));
  if (missing.length > 0) throw new Problem(wording.noColumn(source.file, missing));
  return header;
}

function parseLine(file: string, line: Uint8Array): string[] {
  try {
    return parse(line, { bom: true })[0] ?? [];
  } catch {
    throw new Problem(wording.headerNotText(file));
  }
}
