import { type Batch, count, type OddRow } from './batch.ts';
import { FieldError, rowReader } from './fields.ts';
import { readMovie } from './movies.ts';

/** Whether a raw film ends in the middle: it has an overview's column, and nothing in the columns after it. */
export function isCutAfterOverview(fields: readonly string[], header: readonly string[]): boolean {
  const end = header.indexOf('overview') + 1;
  return end < header.length && fields.length <= header.length && isBlank(fields.slice(end));
}

/**
 * Mends films cut in two by a line break in an unquoted overview: the first half has blanks after the overview, the
 * next row goes on in the middle of the overview and is shifted left. A pair that makes a whole film is taken into
 * the batch under the number of its first half. Returns the numbers of the second halves and the rows left over.
 */
export function stitch(
  batch: Batch,
  odd: readonly OddRow[],
  header: readonly string[],
): { stitched: number[]; left: OddRow[] } {
  const left: OddRow[] = [];
  const stitched: number[] = [];
  for (let at = 0; at < odd.length; at++) {
    const first = odd[at];
    const second = odd[at + 1];
    if (!first) break;
    const whole = second && second.row === first.row + 1 && join(first.fields, second.fields, header);
    if (whole && takeWhole(batch, whole, header, first.row)) {
      stitched.push(second.row);
      at++;
    } else left.push(first);
  }
  count(batch, 'stitched', stitched.length);
  return { stitched, left };
}

function join(
  first: string[] | string,
  second: string[] | string,
  header: readonly string[],
): string[] | undefined {
  if (typeof first === 'string' || typeof second === 'string') return undefined;
  if (!isCutAfterOverview(first, header)) return undefined;
  const overviewAt = header.indexOf('overview');
  const length = header.length - overviewAt;
  if (second.length < length || !isBlank(second.slice(length))) return undefined;
  const overview = [first[overviewAt] ?? '', second[0] ?? ''].map((half) => half.trim());
  const joined = overview.filter((half) => half !== '').join('\n');
  return [...first.slice(0, overviewAt), joined, ...second.slice(1, length)];
}

function takeWhole(batch: Batch, fields: string[], header: readonly string[], row: number): boolean {
  try {
    readMovie(batch, rowReader(header)(fields), row);
    return true;
  } catch (error) {
    if (error instanceof FieldError) return false;
    throw error;
  }
}

function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === '');
}
