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
  /** English names, in the order of the source. */
  genres: string[];
  /** ISO 3166-1 codes, in the order of the source. */
  countries: string[];
  /** Whether films are picked for it. */
  has_picks: boolean;
}

/** What lists of films show of one: a part of the film, kept as JSON in its row. */
export type Brief = Pick<
  Film,
  | 'id'
  | 'title'
  | 'title_es'
  | 'original_title'
  | 'release_date'
  | 'release_year'
  | 'budget'
  | 'revenue'
  | 'return'
  | 'vote_average'
  | 'vote_count'
> & {
  /** Budget and revenue are both at least 1,000 US dollars. */
  reliable: boolean;
};

export const readBrief = (json: string): Brief => JSON.parse(json) as Brief;

const filmById = `
  select id as key, brief, runtime, popularity, overview, overview_es, tagline, adult, original_language, imdb_id, poster_path,
    collection, genres, countries, has_picks
  from movies where list_contains($keys::int[], id)
`;

/** The film with that TMDB id. Throws when there is none: ids come from a match. */
export async function readFilm({ rowsOf }: Pick<Snapshot, 'rowsOf'>, id: number): Promise<Film> {
  const [row] = await rowsOf<Omit<Film, keyof Brief> & { key: number; brief: string }>(filmById, id);
  if (row === undefined) throw new Error(`no film ${id}`);
  const { key: _, brief, ...rest } = row;
  return { ...readBrief(brief), ...rest };
}

/** Who made a film. */
export interface FilmPeople {
  /** In the order of their names. */
  directors: { person_id: number; name: string }[];
  /** The first five of the billing. */
  cast: { person_id: number; name: string; character: string | null }[];
}

const directorsOf = `
  select person_id, director as name from directors where movie_id = $id order by director, person_id
`;
const castOf = `
  select person_id, name, character from cast_members where movie_id = $id and position < 5 order by position
`;

/** The people of one film. */
export async function readFilmPeople({ query }: Snapshot, id: number): Promise<FilmPeople> {
  const [directors, cast] = await Promise.all([
    query<FilmPeople['directors'][number]>(directorsOf, { id }),
    query<FilmPeople['cast'][number]>(castOf, { id }),
  ]);
  return { directors, cast };
}
