import { type DuckDBListValue, listValue } from '@duckdb/node-api';
import { FITS, type Fit, type Found } from '../search/search.ts';

/** Reads "#949", the value of a suggestion; undefined for free text. Made ids are negative, of up to ten digits. */
export function readId(typed: string): number | undefined {
  const id = Number(/^#(-?\d{1,10})$/u.exec(typed.trim())?.[1]);
  return Math.abs(id) <= 2 ** 31 ? id : undefined;
}

/** The rows of what was found, read by id, in the order of the search; what the data do not have is left out. */
export async function inOrder<Row extends { id: number; fit: Fit }>(
  found: readonly Found[],
  read: (ids: DuckDBListValue) => Promise<Row[]>,
): Promise<Row[]> {
  if (found.length === 0) return [];
  const rows = new Map((await read(listValue(found.map(({ id }) => id)))).map((row) => [row.id, row]));
  return found.flatMap(({ id, fit }) => {
    const row = rows.get(id);
    return row === undefined ? [] : [{ ...row, fit }];
  });
}

/** The matches of the best fit: one of them is the one meant, several need asking, none means that nothing fits. */
export function bestFit<Match extends { fit: Fit }>(matches: readonly Match[]): Match[] {
  const best = FITS.find((fit) => fit !== 'near' && matches.some((match) => match.fit === fit));
  return matches.filter((match) => match.fit === best);
}
