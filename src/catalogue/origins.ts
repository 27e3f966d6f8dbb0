import { type Brief, readBrief } from './film.ts';
import type { Snapshot } from './snapshot.ts';

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
