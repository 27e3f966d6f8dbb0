import type { Snapshot } from './snapshot.ts';
import { NotNow } from './withheld.ts';

/** Everything about one film. Money in US dollars, 0 = unknown; runtime in minutes. */
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
  /** Whether the return means something (data/README.md). */
  reliable: boolean;
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
  collection_id: number | null;
  /** English names, in the order of the source. */
  genres: string[];
  /** ISO 3166-1 codes, in the order of the source. */
  countries: string[];
  /** Sorted by name. */
  directors: { person_id: number; name: string }[];
  /** The first five in billing order. */
  cast: { person_id: number; name: string; character: string | null }[];
  /** Whether the film has recommendations. */
  has_recommendations: boolean;
}

/** The part of a film that lists show, stored as JSON (`cards` in data/README.md). */
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
  | 'adult'
  | 'poster_path'
  | 'directors'
  | 'reliable'
>;

export const readBrief = (json: string): Brief => JSON.parse(json) as Brief;

const briefById = 'select id as key, brief from movies where id in (select unnest($keys::int[]))';

/** The parts that lists show of the films with some ids, in that order. An id without a film is left out. */
export async function readBriefs(
  { queryByKey }: Pick<Snapshot, 'queryByKey'>,
  ids: readonly number[],
): Promise<Brief[]> {
  const rows = await Promise.all(ids.map((id) => queryByKey<{ brief: string }>(briefById, id)));
  return rows.flat().map(({ brief }) => readBrief(brief));
}

const filmById = `
  select id as key, brief, card, overview, overview_es, collection_id, has_recommendations from movies where list_contains($keys::int[], id)
`;

type Row = Pick<Film, 'overview' | 'overview_es' | 'collection_id' | 'has_recommendations'> & {
  brief: string;
  card: string;
};
type Card = Omit<Film, keyof Brief | keyof Row>;

/**
 * The film with a TMDB id. Throws if there is none, because ids come from a match. Throws NotNow if the film or a person on
 * its card is withheld.
 */
export async function readFilm(
  { unguarded, withheld }: Pick<Snapshot, 'unguarded' | 'withheld'>,
  id: number,
): Promise<Film> {
  const [[row], { films, people }] = await Promise.all([unguarded.queryByKey<Row>(filmById, id), withheld()]);
  if (row === undefined) throw new Error(`no film ${id}`);
  const { brief, card, ...rest } = row;
  const film = {
    ...readBrief(brief),
    ...(JSON.parse(card) as Card),
    ...rest,
  };
  const credited = [...film.directors, ...film.cast];
  if (films.has(id) || credited.some(({ person_id }) => people.has(person_id))) throw new NotNow('withheld');
  return film;
}

const titlesOf =
  'select movie_id as key, title from titles where list_contains($keys::int[], movie_id) order by title';

/** Every title of a film that `readFilm` returned. */
export async function readTitles({ unguarded }: Pick<Snapshot, 'unguarded'>, id: number): Promise<string[]> {
  const rows = await unguarded.queryByKey<{ title: string }>(titlesOf, id);
  return rows.map(({ title }) => title);
}

// A few films are dated later than the catalogue: announced ones, and wrong dates.
const lastMonth = 'select quantile_disc(release_date, 0.999)::varchar as until from movies';

/** The date at which the catalogue ends (ISO), later than that of all but one film in a thousand; cached per version. */
export const readEnd = ({ unguarded }: Pick<Snapshot, 'unguarded'>): Promise<string> =>
  unguarded.queryOnce(lastMonth, ([row]: { until: string | null }[]) => row?.until ?? '');
