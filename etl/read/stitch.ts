import { type Batch, count, type OddRow } from './batch.ts';
import { filled, isBlankCell } from './blank.ts';
import type { Dialect } from './dialect.ts';
import { rowMaker } from './fields.ts';
import { readMovie } from './movies.ts';

/** Whether a raw film ends in the middle: it has an overview's column, and nothing in the columns after it. */
export function isCutAfterOverview(fields: readonly string[], header: readonly string[]): boolean {
  const end = header.indexOf('overview') + 1;
  const isHalf = end > 0 && end < header.length && fields.length >= end && fields.length <= header.length;
  return isHalf && areBlank(fields.slice(end));
}

/** What comes of odd rows: those left over, and the numbers of the second halves of mended films. */
export interface Stitched {
  left: OddRow[];
  seconds: number[];
}

/** Takes the odd rows of a file in order; a row may wait for the next one. */
export interface Stitcher {
  take(batch: Batch, odd: readonly OddRow[]): Stitched;
  end(): OddRow[];
}

/**
 * Mends films cut in two by a line break in an unquoted overview: the first half has blanks after the overview, the
 * next row goes on in the middle of the overview and is shifted left. A pair that makes a whole film is taken into
 * the batch under the number of its first half.
 */
export function createStitcher(header: readonly string[], dialect: Dialect): Stitcher {
  const makeRow = rowMaker(header, dialect);
  let waiting: OddRow | undefined;
  // An index in front of the columns is in both halves.
  const shifts = header[0] === '' ? [0, 1] : [0];
  const mends = (batch: Batch, first: OddRow, second: OddRow): boolean =>
    first.isHalf &&
    second.row === first.row + 1 &&
    shifts.some((shift) => takes(batch, first, second, shift));
  const takes = (batch: Batch, first: OddRow, second: OddRow, shift: number): boolean => {
    const fields = join(first, second, header, shift);
    if (fields === undefined) return false;
    const row = makeRow(fields, first.row);
    readMovie(batch, row);
    if (row.faults.length > 0) return false;
    for (const what in row.counts) count(batch, what, row.counts[what]);
    return true;
  };
  return {
    take(batch, odd) {
      const stitched: Stitched = { left: [], seconds: [] };
      for (const row of odd) {
        if (waiting !== undefined && mends(batch, waiting, row)) {
          stitched.seconds.push(row.row);
          waiting = undefined;
        } else {
          if (waiting !== undefined) stitched.left.push(waiting);
          waiting = row;
        }
      }
      return stitched;
    },
    end: () => (waiting === undefined ? [] : [waiting]),
  };
}

/** One film of two halves; `shift` columns come before the second one's text. */
function join(one: OddRow, other: OddRow, header: readonly string[], shift: number): string[] | undefined {
  const first = JSON.parse(one.raw) as string[];
  const whole = JSON.parse(other.raw) as string[] | string;
  if (typeof whole === 'string') return undefined;
  const second = whole.slice(shift);
  const overviewAt = header.indexOf('overview');
  const length = header.length - overviewAt;
  if (second.length < length || !areBlank(second.slice(length))) return undefined;
  const overview = [first[overviewAt] ?? '', second[0] ?? ''].map((half) => filled(half).trim());
  const joined = overview.filter((half) => half !== '').join('\n');
  return [...first.slice(0, overviewAt), joined, ...second.slice(1, length)];
}

const areBlank = (fields: readonly string[]): boolean => fields.every(isBlankCell);
