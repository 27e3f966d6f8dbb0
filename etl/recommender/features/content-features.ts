import { type Content, createComparer } from './content.ts';
import { LETTERS, yearsBetween } from './feature-kinds.ts';
import type { FilmRow } from './films.ts';
import { contentSimilarity } from './similarity.ts';

/** What the trees are told of a pair by what the films are made of, in this order. */
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

/** `focus` makes a film the first of the pairs; `fill` writes the pair's features into `row` from `at` on. */
export interface ContentPairs {
  focus(film: number): void;
  fill(other: number, row: Float64Array, at: number): void;
  /** How alike the film in focus and another are by what they are made of, 0 to 1. */
  alike(other: number): number;
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
  const likeness = (other: number) => {
    to(other, cosines);
    return contentSimilarity(cosines, year[first] ?? 0, year[other] ?? 0);
  };
  return {
    focus(film) {
      first = film;
      to = compare(film);
    },
    alike: likeness,
    fill(other, row, at) {
      const likewise = likeness(other);
      row.set(cosines, at);
      row[at + WIDTH] = yearsBetween(year[first] ?? 0, year[other] ?? 0);
      row[at + WIDTH + 1] = votes[other] ?? 0;
      row[at + WIDTH + 2] = mean[other] ?? 0;
      row[at + WIDTH + 3] = popularity[other] ?? 0;
      row[at + WIDTH + 4] = year[other] ?? 0;
      row[at + WIDTH + 5] = votes[first] ?? 0;
      row[at + WIDTH + 6] = year[first] ?? 0;
      row[at + WIDTH + 7] = likewise;
    },
  };
}
