import { readFileSync } from 'node:fs';
import { type CsvError, parse } from 'csv-parse/sync';
import { Problem } from '../../problem.ts';
import { wording } from '../../wording.ts';

/**
 * The rows of a CSV, or of a TSV by its name, as texts by column. A TSV has no quotes. Throws a Problem if the file cannot be
 * read or lacks one of `columns`.
 */
export function readTable<Column extends string>(
  path: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const [names = [], ...rows] = parseTable(path);
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new Problem(wording.badHeader(path, [wording.noColumns(missing.map((name) => [name]))], names));
  const places = columns.map((column) => [column, names.indexOf(column)] as const);
  return rows.map(
    (cells) =>
      Object.fromEntries(places.map(([column, at]) => [column, (cells[at] ?? '').trim()])) as Record<
        Column,
        string
      >,
  );
}

function parseTable(path: string): string[][] {
  const lists = { bom: true, relax_column_count: true, skip_empty_lines: true };
  try {
    const text = readFileSync(path, 'utf8');
    return parse(text, path.endsWith('.tsv') ? { ...lists, delimiter: '\t', quote: null } : lists);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String((error as CsvError).code) : '?';
    throw new Problem(wording.unreadable(path, code));
  }
}
