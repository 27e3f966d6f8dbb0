import type { Snapshot } from './catalogue.ts';
import type { FilmMatch } from './match-films.ts';

/** Films that opened in one month, or on one weekday, of all years. */
export interface Openings {
  films: number;
  /** Films with a release date: what the share is taken of. */
  dated: number;
  undated: number;
  /** The most voted of them; absent when there is none. */
  best: Omit<FilmMatch, 'fit'> | undefined;
}

const counts = `
  select
    count(*) filter (release_month = $month or release_weekday = $weekday)::int as films,
    count(release_date)::int as dated,
    (count(*) - count(release_date))::int as undated
  from movies
`;

const best = `
  select id, title, title_es, release_year, directors
  from movies join film_labels using (id)
  where id = (
    select id from movies
    where (release_month = $month or release_weekday = $weekday) and (not adult or $adult)
    order by vote_count desc, id
    limit 1
  )
`;

async function openings(
  { query }: Snapshot,
  when: { month: number; weekday: number },
  adult: boolean,
): Promise<Openings> {
  const [[figures], [film]] = await Promise.all([
    query<Omit<Openings, 'best'>>(counts, when),
    query<Omit<FilmMatch, 'fit'>>(best, { ...when, adult }),
  ]);
  return { films: 0, dated: 0, undated: 0, ...figures, best: film };
}

/** Films that opened in a month, 1 to 12. */
export function openingsInMonth(snapshot: Snapshot, month: number, adult: boolean): Promise<Openings> {
  return openings(snapshot, { month, weekday: 0 }, adult);
}

/** Films that opened on a weekday, 1 = Monday to 7 = Sunday. */
export function openingsOnWeekday(snapshot: Snapshot, weekday: number, adult: boolean): Promise<Openings> {
  return openings(snapshot, { month: 0, weekday }, adult);
}
