import { wording } from '../report.ts';
import type { Batch } from './batch.ts';
import { cellValue } from './blank.ts';
import { addFault, type Row, rawCell } from './cells.ts';

/** MovieLens' highest rating, in stars. */
export const MAX_STARS = 5;

/** Checks a row of links.csv. A missing TMDB id is not a fault. */
export function checkLink(_batch: Batch, row: Row): void {
  checkPlainNumber(row, 'movieId');
  if (cellValue(rawCell(row, 'tmdbId')) !== '') checkPlainNumber(row, 'tmdbId');
}

/** Checks a row of ratings. */
export function checkRating(_batch: Batch, row: Row): void {
  checkPlainNumber(row, 'userId');
  checkPlainNumber(row, 'movieId');
  checkPlainNumber(row, 'rating', MAX_STARS);
}

/** Requires a number that the recommender's readNumbers can parse: digits with an optional point or decimal comma. */
function checkPlainNumber(row: Row, column: string, max = Number.POSITIVE_INFINITY): void {
  const cell = rawCell(row, column);
  if (!/^ *\d+(?:[.,]\d*)?$/.test(cell)) addFault(row, column, wording.notPlainNumber);
  else if (Number(cell.replace(',', '.')) > max) addFault(row, column, wording.outOfRange(max));
}
