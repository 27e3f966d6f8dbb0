import type { Snapshot } from './catalogue.ts';

/** What a person's films returned. Reliable money: budget and revenue of at least 1,000 US dollars. */
export interface Success {
  name: string;
  films: number;
  /** Sum of the return of all films. */
  success: number;
  /** Official mean: over all films, those without known money count as 0. */
  mean: number;
  /** Films with reliable money. */
  reliable: number;
  /** Mean and median over films with reliable money; null when there is none. */
  reliable_mean: number | null;
  reliable_median: number | null;
}

/** One film of a person. Money in US dollars, 0 = unknown. */
export interface Credit {
  id: number;
  title: string;
  title_es: string | null;
  original_title: string;
  release_date: string | null;
  release_year: number | null;
  budget: number;
  revenue: number;
  return: number;
  reliable: boolean;
}

const figures = `
  select
    any_value(people.name) as name,
    count(movies.id)::int as films,
    coalesce(sum("return"), 0) as success,
    coalesce(avg("return"), 0) as mean,
    count(*) filter (budget >= 1000 and revenue >= 1000)::int as reliable,
    avg("return") filter (budget >= 1000 and revenue >= 1000) as reliable_mean,
    median("return") filter (budget >= 1000 and revenue >= 1000) as reliable_median
  from people
  left join credits on credits.person_id = people.person_id and credits.role = $role
  left join movies on movies.id = credits.movie_id and (not adult or $adult)
  where people.person_id = $person
`;

const creditsOf = `
  select id, title, title_es, original_title, release_date::varchar as release_date, release_year,
    budget::double as budget, revenue::double as revenue, "return",
    budget >= 1000 and revenue >= 1000 as reliable
  from credits join movies on movies.id = movie_id
  where person_id = $person and role = $role and (not adult or $adult)
  order by movies.release_date nulls last, id
`;

type Person = { person: number; role: 'actor' | 'director'; adult: boolean };

/** The figures of a person as an actor (directing does not count) or as a director (every co-director counts). */
export async function readSuccess({ query }: Snapshot, person: Person): Promise<Success> {
  const [row] = await query<Success>(figures, { ...person });
  if (row === undefined || row.name === null) throw new Error(`no person ${person.person}`);
  return row;
}

/** Every film of a person in that role, oldest first, those without a date last. */
export function readCredits({ query }: Snapshot, person: Person): Promise<Credit[]> {
  return query<Credit>(creditsOf, { ...person });
}
