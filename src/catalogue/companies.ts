import { type Brief, readBrief } from './film.ts';
import type { Snapshot } from './snapshot.ts';

/** The films of a production company in figures. Reliable money: budget and revenue of at least 1,000 US dollars each. */
export interface Company {
  id: number;
  name: string;
  films: number;
  /** Sum of the known revenues in US dollars, and how many films have one. */
  revenue: number;
  with_revenue: number;
  /** Mean return of the films with reliable money, null if there are none; and how many there are. */
  mean_return: number | null;
  reliable: number;
  /** Up to ten, the most voted first. */
  best: Brief[];
}

const figuresOf = `
  with films as (
    select revenue, case when budget >= 1000 and revenue >= 1000 then "return" end as reliable_return
    from movies
    where (not adult or $adult) and id in (select movie_id from movie_companies where company_id = $id)
  )
  select
    (select min(company) from movie_companies where company_id = $id) as name, count(*)::int as films, coalesce(sum(revenue), 0)::double as revenue,
    count_if(revenue > 0)::int as with_revenue, avg(reliable_return) as mean_return,
    count(reliable_return)::int as reliable
  from films
`;

const bestOf = `
  select brief
  from movies
  where (not adult or $adult) and id in (select movie_id from movie_companies where company_id = $id)
  order by vote_count desc, id
  limit 10
`;

/** The production company with a TMDB id. Throws if there is none, because ids come from a match. */
export async function readCompany({ query }: Snapshot, id: number, adult: boolean): Promise<Company> {
  const [[figures], best] = await Promise.all([
    query<Omit<Company, 'id' | 'best' | 'name'> & { name: string | null }>(figuresOf, { id, adult }),
    query<{ brief: string }>(bestOf, { id, adult }),
  ]);
  const name = figures?.name ?? null;
  if (figures === undefined || name === null) throw new Error(`no company ${id}`);
  return { ...figures, id, name, best: best.map(({ brief }) => readBrief(brief)) };
}
