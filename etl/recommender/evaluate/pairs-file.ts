import { fold } from '../../../src/lib/fold.ts';
import { Problem } from '../../problem.ts';
import { wording } from '../../wording.ts';
import { readTable } from './read-table.ts';

const COLUMNS = ['title_1', 'year_1', 'title_2', 'year_2', 'rating'] as const;
const RATINGS = ['OK', 'NOT_OK'];

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
 * file cannot be read, lacks a column, has another rating or joins too few pairs to compare.
 */
export function readPairs(
  path: string,
  films: readonly NamedFilm[],
): { pairs: LabelledPair[]; rows: number } {
  const rows = readTable(path, COLUMNS);
  const find = createFinder(films);
  const pairs = rows.flatMap((row, at) => {
    if (!RATINGS.includes(row.rating)) throw new Problem(wording.badRating(path, at + 1, row.rating));
    const [a, b] = [find(row.title_1, Number(row.year_1)), find(row.title_2, Number(row.year_2))];
    return a === undefined || b === undefined ? [] : [{ a, b, alike: row.rating === 'OK' }];
  });
  if (new Set(pairs.map(({ alike }) => alike)).size < 2)
    throw new Problem(wording.noPairs(path, rows.length));
  return { pairs, rows: rows.length };
}

function createFinder(films: readonly NamedFilm[]) {
  const index = new Map<string, number[]>();
  films.forEach((film, at) => {
    for (const key of new Set([fold(film.title), fold(film.original_title)])) {
      const list = index.get(key) ?? [];
      if (list.push(at) === 1) index.set(key, list);
    }
  });
  return (title: string, year: number): number | undefined => {
    const gap = (film: number) => Math.abs((films[film]?.year ?? 0) - year);
    const near = (index.get(fold(title)) ?? []).filter((film) => gap(film) <= 1);
    return near.sort((x, y) => gap(x) - gap(y) || x - y)[0];
  };
}
