import type { Film } from './film.ts';
import type { Snapshot } from './snapshot.ts';

/** The measures of a comparison. */
export type Measure = 'films' | 'cost' | 'revenue' | 'return' | 'score' | 'votes' | 'runtime';

/** Money in US dollars, runtime in minutes, score from 0 to 10. */
export interface Figure {
  /** null without figures. */
  value: number | null;
  /** The number of films with a figure, if the side is a set of films. */
  known?: number;
}

export type Figures = Readonly<Partial<Record<Measure, Figure>>>;

export type VersusKind = 'films' | SetKind;
export type SetKind = 'people' | 'sagas' | 'decades' | 'genres';

export interface Side {
  /** TMDB's id, or the first year of a decade. */
  id: number;
  /** With the year of a film: "Toy Story (1995)". */
  title: string;
  /** As a sentence names it: "Toy Story", "las de los años 90". */
  name: string;
  figures: Figures;
}

/** A set of films; `name` is TMDB's of a person or a saga, empty for others. */
export type FilmSet = Pick<Side, 'id' | 'name' | 'figures'>;

/** Two films, or two sets of films, with the same measures. */
export interface Versus {
  kind: VersusKind;
  sides: readonly [Side, Side];
}

/** A mean or median over fewer films is an accident of these films. */
export const ENOUGH_FILMS = 20;

/** A film with the names that a side needs. */
export interface FilmSide extends Pick<Film, 'id' | 'title' | 'title_es' | 'release_year'> {
  figures: Figures;
}

const figuresOfFilms = `
  select
    id, title, title_es, release_year, runtime, vote_count as votes,
    case when has_budget then budget end::double as cost,
    case when revenue >= 1000 then revenue end::double as revenue,
    case when reliable then "return" end as "return",
    case when vote_count > 0 and vote_average > 0 then vote_average end as score
  from movies
  where id in ($one, $other)
`;

type FilmRow = Omit<FilmSide, 'figures'> &
  Record<'runtime' | 'votes' | 'cost' | 'revenue' | 'return' | 'score', number | null>;

/** The figures of two films. Throws if there is none with an id, because ids come from a match. */
export async function readFilmPair(
  { query }: Snapshot,
  [one, other]: readonly [number, number],
): Promise<[FilmSide, FilmSide]> {
  const rows = await query<FilmRow>(figuresOfFilms, { one, other });
  const sideOf = (id: number): FilmSide => {
    const row = rows.find((row) => row.id === id);
    if (row === undefined) throw new Error(`no film ${id}`);
    const { title, title_es, release_year, cost, revenue, return: times, score, votes, runtime } = row;
    const figures = {
      cost: { value: cost },
      revenue: { value: revenue },
      return: { value: times },
      score: { value: score },
      votes: { value: votes },
      runtime: { value: runtime },
    };
    return { id, title, title_es, release_year, figures };
  };
  return [sideOf(one), sideOf(other)];
}

/** A film that a person acted in and directed counts once. */
const figuresOfSets = `
  with sides as (
    select person_id as side, movie_id from credits where $kind = 'people' and person_id in ($one, $other)
    union
    select collection_id, id from movies where $kind = 'sagas' and collection_id in ($one, $other)
    union
    select release_year // 10 * 10, id from movies where $kind = 'decades' and release_year // 10 * 10 in ($one, $other)
    union
    select genre_id, movie_id from movie_genres where $kind = 'genres' and genre_id in ($one, $other)
  ),
  figures as (
    select
      side::int as id,
      any_value(collection) as saga,
      count(*)::int as films,
      median(budget) filter (has_budget)::double as cost,
      count_if(has_budget)::int as with_cost,
      sum(revenue) filter (revenue >= 1000)::double as revenue,
      count_if(revenue >= 1000)::int as with_revenue,
      median("return") filter (reliable) as "return",
      count_if(reliable)::int as with_return,
      sum(vote_average * vote_count) filter (vote_average > 0) / nullif(sum(vote_count) filter (vote_average > 0), 0) as score,
      sum(vote_count)::double as votes
    from sides join movies on movies.id = movie_id
    where not adult or $adult
    group by side
  )
  select figures.*, people.name as person
  from figures left join people on $kind = 'people' and person_id = figures.id
`;

interface SetRow {
  id: number;
  saga: string | null;
  person: string | null;
  films: number;
  cost: number | null;
  with_cost: number;
  revenue: number | null;
  with_revenue: number;
  return: number | null;
  with_return: number;
  score: number | null;
  votes: number;
}

/**
 * The figures of two sets of films: a median cost and return, the sum of the revenues, and the mean of all votes. A set without
 * films is undefined.
 */
export async function readSets(
  { query }: Snapshot,
  { kind, ids: [one, other], adult }: { kind: SetKind; ids: readonly [number, number]; adult: boolean },
): Promise<[FilmSet | undefined, FilmSet | undefined]> {
  const rows = await query<SetRow>(figuresOfSets, { kind, one, other, adult });
  const sideOf = (id: number): FilmSet | undefined => {
    const row = rows.find((row) => row.id === id);
    if (row === undefined) return undefined;
    const figures = {
      films: { value: row.films },
      cost: { value: row.cost, known: row.with_cost },
      revenue: { value: row.revenue, known: row.with_revenue },
      return: { value: row.return, known: row.with_return },
      score: { value: row.score },
      votes: { value: row.votes },
    };
    return { id, name: (kind === 'people' ? row.person : kind === 'sagas' ? row.saga : null) ?? '', figures };
  };
  return [sideOf(one), sideOf(other)];
}
