import type { Snapshot } from './catalogue.ts';

/** One film, whole. Money in US dollars, 0 = unknown; runtime in minutes. */
export interface Film {
  id: number;
  title: string;
  title_es: string | null;
  original_title: string;
  /** ISO date. */
  release_date: string | null;
  release_year: number | null;
  runtime: number | null;
  budget: number;
  revenue: number;
  return: number;
  popularity: number;
  vote_average: number;
  vote_count: number;
  overview: string | null;
  overview_es: string | null;
  tagline: string | null;
  adult: boolean;
  original_language: string | null;
  imdb_id: string | null;
  poster_path: string | null;
  collection: string | null;
}

const filmById = `
  select id, title, title_es, original_title, release_date::varchar as release_date, release_year, runtime,
    budget::double as budget, revenue::double as revenue, "return", popularity, vote_average, vote_count,
    overview, overview_es, tagline, adult, original_language, imdb_id, poster_path, collection
  from movies where id = $id
`;

/** The film with that TMDB id. Throws when there is none: ids come from a match. */
export async function readFilm({ query }: Snapshot, id: number): Promise<Film> {
  const [film] = await query<Film>(filmById, { id });
  if (film === undefined) throw new Error(`no film ${id}`);
  return film;
}

/** What a film is made of, in the order of its source. */
export interface FilmParts {
  /** English names. */
  genres: string[];
  /** ISO 3166-1 codes. */
  countries: string[];
  directors: { person_id: number; name: string }[];
  /** The first five of the billing. */
  cast: { person_id: number; name: string; character: string | null }[];
  recommendations: number;
}

const genresOf = 'select genre from movie_genres where movie_id = $id order by position';
const countriesOf = 'select country from movie_countries where movie_id = $id order by position';
const directorsOf = `
  select person_id, name from directors join people using (person_id) where movie_id = $id order by name, person_id
`;
const castOf = `
  select person_id, name, character from cast_members where movie_id = $id order by position limit 5
`;
const picksOf = 'select count(*)::int as picks from recommendations where movie_id = $id';

/** The parts of one film. */
export async function readFilmParts({ query }: Snapshot, id: number): Promise<FilmParts> {
  const [genres, countries, directors, cast, [counted]] = await Promise.all([
    query<{ genre: string }>(genresOf, { id }),
    query<{ country: string }>(countriesOf, { id }),
    query<FilmParts['directors'][number]>(directorsOf, { id }),
    query<FilmParts['cast'][number]>(castOf, { id }),
    query<{ picks: number }>(picksOf, { id }),
  ]);
  return {
    genres: genres.map((row) => row.genre),
    countries: countries.map((row) => row.country),
    directors,
    cast,
    recommendations: counted?.picks ?? 0,
  };
}
