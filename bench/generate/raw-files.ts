import { join } from 'node:path';
import { shuffle } from '../../src/lib/random.ts';
import { generateCredits } from './credits.ts';
import { generateKeywords } from './film-lists.ts';
import { generateMovies } from './movies.ts';
import { createRandom } from './random.ts';
import { writeLines } from './raw-format.ts';

/** The size of a set of raw files. */
export interface RawPlan {
  /** Rows of movies_metadata.csv, including duplicates and the second halves of cut films. */
  movieRows: number;
  movieDuplicates: number;
  /** Films whose row is cut in two by a line break. */
  cut: number;
  creditDuplicates: number;
  keywordDuplicates: number;
}

/** The size of The Movies Dataset: 45,466 rows of films, 45,476 of credits, 46,419 of keywords. */
export const fullSize: RawPlan = {
  movieRows: 45_466,
  movieDuplicates: 30,
  cut: 3,
  creditDuplicates: 44,
  keywordDuplicates: 987,
};

/**
 * Writes movies_metadata.csv, credits.csv and keywords.csv with invented content in the format of the data set. One film has
 * neither credits nor keywords. The same plan and seed give the same bytes.
 */
export async function writeRawFiles(folder: string, plan: RawPlan, seed: number): Promise<void> {
  const ids = filmIds(plan, seed);
  const withCredits = ids.slice(1);
  const { movieDuplicates: duplicates, cut } = plan;
  const files: readonly (readonly [string, Iterable<string>])[] = [
    ['movies_metadata.csv', generateMovies(createRandom(seed + 1), { ids, duplicates, cut })],
    ['credits.csv', generateCredits(createRandom(seed + 2), withCredits, plan.creditDuplicates)],
    ['keywords.csv', generateKeywords(createRandom(seed + 3), withCredits, plan.keywordDuplicates)],
  ];
  for (const [name, lines] of files) await writeLines(join(folder, name), lines);
}

/** The ids of a plan's films in random order, as in the source. */
export function filmIds({ movieRows, movieDuplicates, cut }: RawPlan, seed: number): number[] {
  const count = movieRows - movieDuplicates - cut;
  const random = createRandom(seed);
  const ids = Array.from({ length: count }, (_, position) => 2 + position * 10 + random.whole(0, 9));
  return shuffle(ids, random.next);
}
