import { type FilmLabel, films } from '../search/kinds/films.ts';
import type { Snapshot } from './snapshot.ts';

/** Films that opened in one month, or on one weekday, of all years. */
export interface Openings {
  films: number;
  /** Films with a release date: what the share is taken of. */
  dated: number;
  undated: number;
  /** The most voted of them; absent when there is none. */
  best: FilmLabel | undefined;
}

const counts = `
  select films, dated, undated, case when $adult then best else best_for_all end as best
  from openings where month = $month or weekday = $weekday
`;

async function openings(
  { query, find }: Snapshot,
  when: { month: number; weekday: number },
  adult: boolean,
): Promise<Openings> {
  const [row] = await query<Omit<Openings, 'best'> & { best: number | null }>(counts, { ...when, adult });
  if (row === undefined) throw new Error(`no month ${when.month} or weekday ${when.weekday}`);
  const [best] = row.best === null ? [] : await find(films, '', { id: row.best, limit: 1 });
  return { ...row, best };
}

/** Films that opened in a month, 1 to 12. */
export function openingsInMonth(snapshot: Snapshot, month: number, adult: boolean): Promise<Openings> {
  return openings(snapshot, { month, weekday: 0 }, adult);
}

/** Films that opened on a weekday, 1 = Monday to 7 = Sunday. */
export function openingsOnWeekday(snapshot: Snapshot, weekday: number, adult: boolean): Promise<Openings> {
  return openings(snapshot, { month: 0, weekday }, adult);
}
