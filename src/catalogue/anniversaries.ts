import type { DiscoveredPage } from './discover.ts';
import { readBrief } from './film.ts';
import type { Snapshot } from './snapshot.ts';

const PAGE_SIZE = 10;

const onDay = `
  with films as (
    select brief, row_number() over (order by vote_count desc, id) - 1 as place, count(*) over () as total
    from movies
    where month(release_date) = $month and day(release_date) = $day and release_year < $year
      and (not adult or $adult)
  )
  select brief, total::int as total, (place // $size)::int + 1 as page
  from films
  where place // $size = least($page - 1, (total - 1) // $size)
  order by place
`;

/** One page, of ten, of the films that opened on a day of the year before `year`, best known first; a page after the last one is the last. */
export async function readAnniversaries(
  { query }: Snapshot,
  when: { year: number; month: number; day: number },
  { adult, page }: { adult: boolean; page: number },
): Promise<DiscoveredPage> {
  const rows = await query<{ brief: string; total: number; page: number }>(onDay, {
    ...when,
    adult,
    page,
    size: PAGE_SIZE,
  });
  const total = rows[0]?.total ?? 0;
  return {
    films: rows.map(({ brief }) => readBrief(brief)),
    page: rows[0]?.page ?? 1,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    total,
  };
}
