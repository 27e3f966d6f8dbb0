import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateCredits } from './credits.ts';
import { generateKeywords } from './keywords.ts';
import { generateMovies } from './movies.ts';
import { createRandom } from './random.ts';
import { inPieces } from './write-lines.ts';

/** How many rows of each kind a set of raw files has. */
export interface RawPlan {
  /** Rows of movies_metadata.csv, duplicates and second halves included. */
  movieRows: number;
  movieDuplicates: number;
  /** Films cut in two by a line break. */
  cut: number;
  creditDuplicates: number;
  keywordDuplicates: number;
}

/** The rows of the original: 45,466 of films, 45,476 of credits, 46,419 of keywords. */
export const fullSize: RawPlan = {
  movieRows: 45_466,
  movieDuplicates: 30,
  cut: 3,
  creditDuplicates: 44,
  keywordDuplicates: 987,
};

/**
 * Writes movies_metadata.csv, credits.csv and keywords.csv of the original's shapes and invented content into a folder.
 * One film has neither credits nor keywords. The same plan and seed give the same bytes.
 */
export async function writeRawFiles(folder: string, plan: RawPlan, seed: number): Promise<void> {
  const ids = filmIds(plan, seed);
  const others = ids.slice(1);
  const { movieDuplicates: duplicates, cut } = plan;
  const files: readonly (readonly [string, Iterable<string>])[] = [
    ['movies_metadata.csv', generateMovies(createRandom(seed + 1), { ids, duplicates, cut })],
    ['credits.csv', generateCredits(createRandom(seed + 2), others, plan.creditDuplicates)],
    ['keywords.csv', generateKeywords(createRandom(seed + 3), others, plan.keywordDuplicates)],
  ];
  for (const [name, lines] of files)
    await pipeline(Readable.from(inPieces(lines)), createWriteStream(join(folder, name)));
}

/** The ids of a plan's films, not in order: films of all times follow one another in the source. */
export function filmIds({ movieRows, movieDuplicates, cut }: RawPlan, seed: number): number[] {
  const count = movieRows - movieDuplicates - cut;
  const random = createRandom(seed);
  const ids = Array.from({ length: count }, (_, position) => 2 + position * 10 + random.whole(0, 9));
  for (let at = ids.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [ids[at], ids[other]] = [ids[other] ?? 0, ids[at] ?? 0];
  }
  return ids;
}
