import { type FilmLabel, films } from '../search/kinds/films.ts';
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

/** The films of a saga, best known first. */
export interface Saga {
  id: number;
  /** TMDB's English name, with its suffix "Collection". */
  name: string;
  films: Brief[];
}

const filmsOfSaga = `
  select collection as name, brief
  from movies
  where collection_id = $id and (not adult or $adult)
  order by vote_count desc, id
`;

/** The saga with a TMDB id. Throws if there is none, because ids come from a match. */
export async function readSaga({ query }: Snapshot, id: number, adult: boolean): Promise<Saga> {
  const rows = await query<{ name: string; brief: string }>(filmsOfSaga, { id, adult });
  if (rows[0] === undefined) throw new Error(`no saga ${id}`);
  return { id, name: rows[0].name, films: rows.map(({ brief }) => readBrief(brief)) };
}

/** The known revenues of films: their sum in US dollars, and how many there are. */
export function sumRevenues(films: readonly Brief[]): { total: number; known: number } {
  const known = films.filter(({ revenue }) => revenue > 0);
  return { total: known.reduce((sum, { revenue }) => sum + revenue, 0), known: known.length };
}

/** A country or an original language of the catalogue. */
export interface Origin {
  /** TMDB's code. */
  code: string;
  films: number;
  /** TMDB's English name; null if the data have none. */
  name: string | null;
}

const countries = `
  select country as code, count(*)::int as films, max(name) as name
  from movie_countries
  group by country
  order by films desc, code
`;

const languages = `
  select original_language as code, count(*)::int as films, null::varchar as name
  from movies
  where original_language is not null
  group by original_language
  order by films desc, code
`;

const SQL = { country: countries, language: languages } as const;

export type OriginKind = keyof typeof SQL;

/** The result of `make`, cached per version, for the countries or the original languages, most common first. */
export const readOrigins = <Made>(
  { queryOnce }: Pick<Snapshot, 'queryOnce'>,
  kind: OriginKind,
  make: (origins: Origin[]) => Made,
): Promise<Made> => queryOnce(SQL[kind], make);

/** How many films there are, and up to ten of them, the most voted first. */
export interface FilmsOf {
  films: number;
  best: Brief[];
}

const filmsOfCountry = `
  with found as (
    select id, vote_count
    from movies
    where (not adult or $adult) and id in (select movie_id from movie_countries where country = $code)
  )
  select (select count(*) from found)::int as films, brief
  from movies
  where id in (select id from found order by vote_count desc, id limit 10)
  order by vote_count desc, id
`;

const filmsOfLanguage = `
  with found as (
    select id, vote_count from movies where (not adult or $adult) and original_language = $code
  )
  select (select count(*) from found)::int as films, brief
  from movies
  where id in (select id from found order by vote_count desc, id limit 10)
  order by vote_count desc, id
`;

const FILMS = { country: filmsOfCountry, language: filmsOfLanguage } as const;

/** The films that a country produced, or with an original language, by TMDB's code. */
export async function readFilmsOf(
  { query }: Snapshot,
  kind: OriginKind,
  code: string,
  adult: boolean,
): Promise<FilmsOf> {
  const rows = await query<{ films: number; brief: string }>(FILMS[kind], { code, adult });
  return { films: rows[0]?.films ?? 0, best: rows.map(({ brief }) => readBrief(brief)) };
}

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
