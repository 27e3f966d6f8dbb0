import { type Batch, count, type FaultyRow } from './batch.ts';
import { cellValue, createRowMaker, isBlankCell } from './cells.ts';
import type { Dialect } from './dialect.ts';
import { readMovie } from './movies.ts';

/** Whether a film's row ends after its overview, with only blanks in the later columns. */
export function isCutAfterOverview(fields: readonly string[], header: readonly string[]): boolean {
  const end = header.indexOf('overview') + 1;
  const isHalf = end > 0 && end < header.length && fields.length >= end && fields.length <= header.length;
  return isHalf && areBlank(fields.slice(end));
}

/** The rows that could not be joined, and the row numbers of the second halves of joined films. */
export interface Joined {
  refused: FaultyRow[];
  secondHalves: number[];
}

/** Takes the rows with faults of a file in order; keeps a row until it sees the next. */
export interface RowJoiner {
  take(batch: Batch, rows: readonly FaultyRow[]): Joined;
  end(): FaultyRow[];
}

/**
 * Joins films split in two by a line break in an unquoted overview: the first row has blanks after the overview, and the next
 * row continues the overview in its first column. A pair that makes a valid film is added to the batch under the number of the
 * first row.
 */
export function createRowJoiner(header: readonly string[], dialect: Dialect): RowJoiner {
  const makeRow = createRowMaker(header, dialect);
  let previous: FaultyRow | undefined;
  // An index column in front is in both halves.
  const shifts = header[0] === '' ? [0, 1] : [0];
  const joins = (batch: Batch, first: FaultyRow, second: FaultyRow): boolean =>
    first.isHalf &&
    second.row === first.row + 1 &&
    shifts.some((shift) => addJoined(batch, first, second, shift));
  const addJoined = (batch: Batch, first: FaultyRow, second: FaultyRow, shift: number): boolean => {
    const fields = join(first, second, header, shift);
    if (fields === undefined) return false;
    const row = makeRow(fields, first.row);
    readMovie(batch, row);
    if (row.faults.length > 0) return false;
    for (const what in row.counts) count(batch, what, row.counts[what]);
    return true;
  };
  return {
    take(batch, rows) {
      const joined: Joined = { refused: [], secondHalves: [] };
      for (const row of rows) {
        if (previous !== undefined && joins(batch, previous, row)) {
          joined.secondHalves.push(row.row);
          previous = undefined;
        } else {
          if (previous !== undefined) joined.refused.push(previous);
          previous = row;
        }
      }
      return joined;
    },
    end: () => (previous === undefined ? [] : [previous]),
  };
}

/** The fields of a film from its two rows; `shift` index columns come before the text of the second. */
function join(
  one: FaultyRow,
  other: FaultyRow,
  header: readonly string[],
  shift: number,
): string[] | undefined {
  const first = JSON.parse(one.raw) as string[];
  const otherFields = JSON.parse(other.raw) as string[] | string;
  if (typeof otherFields === 'string') return undefined;
  const second = otherFields.slice(shift);
  const overviewAt = header.indexOf('overview');
  const length = header.length - overviewAt;
  if (second.length < length || !areBlank(second.slice(length))) return undefined;
  const overview = [first[overviewAt] ?? '', second[0] ?? ''].map((half) => cellValue(half).trim());
  const joined = overview.filter((half) => half !== '').join('\n');
  return [...first.slice(0, overviewAt), joined, ...second.slice(1, length)];
}

const areBlank = (fields: readonly string[]): boolean => fields.every(isBlankCell);
