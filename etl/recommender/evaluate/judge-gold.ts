import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Problem } from '../../problem.ts';
import { wording } from '../../report.ts';
import { gain, idealGain } from '../model/relevance.ts';
import type { EvaluationData } from './data.ts';
import { mean } from './measure.ts';
import { createMethods } from './methods.ts';
import { markdown } from './table.ts';

const COLUMNS = ['seed', 'rec', 'weight'] as const;

/**
 * The mean nDCG@5 of each method against the lists of a CSV (TMDB ids `seed` and `rec`, and a `weight` above 0), as a
 * Markdown table. The methods learn from all people. Throws a Problem if the file is malformed or has no seed of the
 * catalogue.
 */
export function judgeGold(data: EvaluationData, path: string): string {
  const index = new Map(data.films.map(({ id }, film) => [id, film]));
  const { gold, rows, joined } = readGold(path, index);
  if (gold.size === 0) throw new Problem(wording.noGold(path, rows));
  const table = createMethods(data, data.people).map(([name, method]) => {
    const scores = [...gold].map(([film, expected]) => {
      const gains = method(film).map((other) => expected.get(other) ?? 0);
      return gain(gains) / idealGain([...expected.values()]);
    });
    return [name, mean(scores).toFixed(3)];
  });
  return `${joined} of ${rows} pairs joined, ${gold.size} seeds\n\n${markdown([['', 'nDCG@5'], ['---', '---'], ...table])}`;
}

function readGold(path: string, index: ReadonlyMap<number, number>) {
  const rows = readCsv(path);
  const gold = new Map<number, Map<number, number>>();
  let joined = 0;
  for (const [at, row] of rows.entries()) {
    const [seed, rec, weight] = COLUMNS.map((column) => Number(row[column] || Number.NaN));
    if (!Number.isInteger(seed) || !Number.isInteger(rec) || !(weight !== undefined && weight > 0))
      throw new Problem(wording.badGold(path, at + 1));
    const [film, expected] = [index.get(seed as number), index.get(rec as number)];
    if (film === undefined || expected === undefined) continue;
    const list = gold.get(film) ?? new Map<number, number>();
    gold.set(film, list.set(expected, weight));
    joined++;
  }
  return { gold, rows: rows.length, joined };
}

function readCsv(path: string): Record<string, string>[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '?';
    throw new Problem(wording.unreadable(path, code));
  }
  const [names = [], ...rows] = parse(text, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as string[][];
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new Problem(wording.badHeader(path, [wording.noColumns(missing.map((name) => [name]))], names));
  return rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
}
