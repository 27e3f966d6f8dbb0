import { type Content, createComparer } from './content.ts';
import { LETTERS, yearsBetween } from './feature-kinds.ts';
import type { FilmRow } from './films.ts';
import { contentSimilarity } from './similarity.ts';

/** The content features of a pair, in the order of a row. Shipped trees refer to these positions. */
export const CONTENT_FEATURES = [
  ...LETTERS.map((letter) => `cosine of ${letter}`),
  'years between',
  'votes of the other',
  'mean vote of the other',
  'popularity of the other',
  'year of the other',
  'votes of the first',
  'year of the first',
  'alike by hand-set weights',
] as const;

const WIDTH = LETTERS.length;

/** `focus` selects the first film of the pairs; `fill` writes a pair's features into `row` from `at` on. */
export interface ContentPairs {
  focus(film: number): void;
  fill(other: number, row: Float64Array, at: number): void;
  /** The content similarity of the film in focus and another, 0 to 1. */
  similarity(other: number): number;
}

export function createContentPairs(content: Content, films: readonly FilmRow[]): ContentPairs {
  const compare = createComparer(content);
  const cosines = new Float64Array(WIDTH);
  const year = Float64Array.from(films, (film) => film.year);
  const votes = Float64Array.from(films, (film) => Math.log1p(film.vote_count));
  const mean = Float64Array.from(films, (film) => film.vote_average);
  const popularity = Float64Array.from(films, (film) => Math.log1p(film.popularity));
  let first = 0;
  let to = compare(0);
  const similarity = (other: number) => {
    to(other, cosines);
    return contentSimilarity(cosines, year[first] ?? 0, year[other] ?? 0);
  };
  return {
    focus(film) {
      first = film;
      to = compare(film);
    },
    similarity,
    fill(other, row, at) {
      const score = similarity(other);
      row.set(cosines, at);
      row[at + WIDTH] = yearsBetween(year[first] ?? 0, year[other] ?? 0);
      row[at + WIDTH + 1] = votes[other] ?? 0;
      row[at + WIDTH + 2] = mean[other] ?? 0;
      row[at + WIDTH + 3] = popularity[other] ?? 0;
      row[at + WIDTH + 4] = year[other] ?? 0;
      row[at + WIDTH + 5] = votes[first] ?? 0;
      row[at + WIDTH + 6] = year[first] ?? 0;
      row[at + WIDTH + 7] = score;
    },
  };
}
