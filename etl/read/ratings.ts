import { wording } from '../report.ts';
import type { Batch } from './batch.ts';
import { filled } from './blank.ts';
import { fault, type Row, written } from './fields.ts';

/** The highest rating that MovieLens knows, in stars. */
export const MOST_STARS = 5;

/** Notes the faults of a row of links.csv. A film without a TMDB id is none. */
export function checkLink(_batch: Batch, row: Row): void {
  plainNumber(row, 'movieId');
  if (filled(written(row, 'tmdbId')) !== '') plainNumber(row, 'tmdbId');
}

/** Notes the faults of a row of ratings. */
export function checkRating(_batch: Batch, row: Row): void {
  plainNumber(row, 'userId');
  plainNumber(row, 'movieId');
  plainNumber(row, 'rating', MOST_STARS);
}

/** The numbers that readNumbers of the recommender takes: digits, with a point or a decimal comma. */
function plainNumber(row: Row, column: string, max = Number.POSITIVE_INFINITY): void {
  const cell = written(row, column);
  if (!/^ *\d+(?:[.,]\d*)?$/.test(cell)) fault(row, column, wording.notPlainNumber);
  else if (Number(cell.replace(',', '.')) > max) fault(row, column, wording.outOfRange(max));
}
