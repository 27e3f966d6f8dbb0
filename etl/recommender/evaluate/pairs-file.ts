import { readFileSync } from 'node:fs';
import { fold } from '../../../src/lib/fold.ts';
import { Problem } from '../../problem.ts';
import { wording } from '../../report.ts';

const COLUMNS = ['title_1', 'year_1', 'title_2', 'year_2', 'rating'] as const;
const RATINGS = ['OK', 'NOT_OK'];

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '?';
    throw new Problem(wording.unreadable(path, code));
  }
}

/** A film by the columns that pairs refer to. */
export interface NamedFilm {
  title: string;
  original_title: string;
  year: number;
}

/** Two films by index, and whether people labelled them similar. */
export interface LabelledPair {
  a: number;
  b: number;
  alike: boolean;
}

/**
 * Joins the pairs of a TSV (title_1, year_1, title_2, year_2, rating: OK or NOT_OK) to the films by folded title or original
 * title and a year that differs by at most one. Ties go to the nearest year, then to the lower index. Throws a Problem if the
 * file cannot be read, lacks a column or has another rating.
 */
export function joinPairs(
  path: string,
  films: readonly NamedFilm[],
): { pairs: LabelledPair[]; rows: number } {
  const [header = '', ...lines] = readText(path)
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .filter((line) => line !== '');
  const names = header.split('\t');
  const missing = COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new Problem(wording.badHeader(path, [wording.noColumns(missing.map((name) => [name]))], names));
  const index = new Map<string, number[]>();
  films.forEach((film, at) => {
    for (const key of new Set([fold(film.title), fold(film.original_title)])) {
      const list = index.get(key) ?? [];
      if (list.push(at) === 1) index.set(key, list);
    }
  });
  const find = (title: string, year: number) => {
    const gap = (film: number) => Math.abs((films[film]?.year ?? 0) - year);
    const near = (index.get(fold(title)) ?? []).filter((film) => gap(film) <= 1);
    return near.sort((x, y) => gap(x) - gap(y) || x - y)[0];
  };
  const pairs = lines.flatMap((line, at) => {
    const cells = line.split('\t');
    const cell = (name: (typeof COLUMNS)[number]) => (cells[names.indexOf(name)] ?? '').trim();
    if (!RATINGS.includes(cell('rating'))) throw new Problem(wording.badRating(path, at + 1, cell('rating')));
    const [a, b] = [
      find(cell('title_1'), Number(cell('year_1'))),
      find(cell('title_2'), Number(cell('year_2'))),
    ];
    return a === undefined || b === undefined ? [] : [{ a, b, alike: cell('rating') === 'OK' }];
  });
  return { pairs, rows: lines.length };
}

/** The area under the ROC curve: the probability that a similar pair scores above a dissimilar one; ties count half. */
export function areaUnderCurve(scored: readonly { score: number; alike: boolean }[]): number {
  const similar = scored.filter(({ alike }) => alike);
  const dissimilar = scored.filter(({ alike }) => !alike);
  let wins = 0;
  for (const { score } of similar)
    for (const other of dissimilar) wins += score > other.score ? 1 : score === other.score ? 0.5 : 0;
  return wins / (similar.length * dissimilar.length);
}
