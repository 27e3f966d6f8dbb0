import { type FilmLabel, films } from '../search/kinds/films.ts';
import type { Snapshot } from './snapshot.ts';

/** Films released in one month, or on one weekday, in any year. */
export interface Openings {
  films: number;
  /** Films with a release date: the denominator of the share. */
  dated: number;
  undated: number;
  /** The film with the most votes, if there is one. */
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

/** Films released in a month, 1 to 12. */
export function openingsInMonth(snapshot: Snapshot, month: number, adult: boolean): Promise<Openings> {
  return openings(snapshot, { month, weekday: 0 }, adult);
}

/** Films released on a weekday, 1 = Monday to 7 = Sunday. */
export function openingsOnWeekday(snapshot: Snapshot, weekday: number, adult: boolean): Promise<Openings> {
  return openings(snapshot, { month: 0, weekday }, adult);
}
