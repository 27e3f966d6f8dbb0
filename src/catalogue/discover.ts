import type { FilmFilters } from '../slash/film-filters.ts';
import { type Brief, readBriefs } from './film.ts';
import type { Snapshot } from './snapshot.ts';

/** A filter that can be left out; years and runtimes are one each. */
export type FilterName = (typeof BITS)[number];

/** The filters in the order of the bits of `missed` in macros.sql. */
const BITS = ['genre', 'years', 'country', 'language', 'runtime', 'score', 'votes', 'person'] as const;

export const ORDERS = ['known', 'best', 'newest', 'oldest', 'longest', 'shortest'] as const;
export type Order = (typeof ORDERS)[number];

/** How many films pass all filters, and all but one of them; filters without which no film more passes are absent. */
export interface Tally {
  films: number;
  without: { filter: FilterName; films: number }[];
}

export interface DiscoveredPage {
  films: Brief[];
  page: number;
  pages: number;
  /** Films on all pages. */
  total: number;
}

const tally = `
  select missed::int as missed, count(*)::int as films
  from films_against($genre::int, $from::int, $to::int, $country::varchar, $language::varchar, $shortest::int, $longest::int, $score::int, $votes::int, $person::int, $adult)
  where bit_count(missed) <= 1
  group by missed
  order by films desc, missed
`;

const page = `
  with passing as materialized (
    select id, vote_count, vote_average, release_date, runtime
    from films_passing($genre::int, $from::int, $to::int, $country::varchar, $language::varchar, $shortest::int, $longest::int, $score::int, $votes::int, $person::int, $adult)
  )
  select id, (select count(*)::int from passing) as total
  from passing
  order by
    case $order
      when 'best' then if(vote_count = 0, 0, (vote_count * vote_average + 500 * 6) / (vote_count + 500))
      when 'newest' then epoch(release_date)
      when 'oldest' then -epoch(release_date)
      when 'longest' then runtime
      when 'shortest' then -runtime
      else vote_count
    end desc nulls last,
    vote_count desc,
    id
  limit $limit offset $offset
`;

/** Deterministic, so that the queries of an answer can be run again: the films drawn before are left out by the caller. */
const pool = `
  select id
  from films_passing($genre::int, $from::int, $to::int, $country::varchar, $language::varchar, $shortest::int, $longest::int, $score::int, $votes::int, $person::int, $adult)
  order by hash(id, $seed::int), id
  limit $limit::int
`;

const nameOf = 'select name from people where person_id = $person';

const paramsOf = (filters: FilmFilters, adult: boolean) => ({
  genre: filters.genre ?? null,
  from: filters.fromYear ?? null,
  to: filters.toYear ?? null,
  country: filters.country ?? null,
  language: filters.language ?? null,
  shortest: filters.shortest ?? null,
  longest: filters.longest ?? null,
  score: filters.score ?? null,
  votes: filters.votes ?? null,
  person: filters.person ?? null,
  adult,
});

/** Counts the films that pass the filters. `without` is sorted: the filter whose removal yields most is first. */
export async function tallyFilms({ query }: Snapshot, filters: FilmFilters, adult: boolean): Promise<Tally> {
  const rows = await query<{ missed: number; films: number }>(tally, paramsOf(filters, adult));
  return {
    films: rows.find(({ missed }) => missed === 0)?.films ?? 0,
    without: rows.flatMap(({ missed, films }) => {
      const filter = BITS[Math.log2(missed)];
      return filter === undefined ? [] : [{ filter, films }];
    }),
  };
}

/** One page of the films that pass the filters; undefined if it has none. */
export async function readPage(
  snapshot: Snapshot,
  filters: FilmFilters,
  { adult, order, page: number, size }: { adult: boolean; order: Order; page: number; size: number },
): Promise<DiscoveredPage | undefined> {
  const rows = await snapshot.query<{ id: number; total: number }>(page, {
    ...paramsOf(filters, adult),
    order,
    limit: size,
    offset: (number - 1) * size,
  });
  const [first] = rows;
  if (first === undefined) return undefined;
  const films = await readBriefs(
    snapshot,
    rows.map(({ id }) => id),
  );
  return { films, page: number, pages: Math.ceil(first.total / size), total: first.total };
}

/** Ids of the first films that pass the filters, in the random order of a seed. */
export async function readPool(
  { query }: Snapshot,
  filters: FilmFilters,
  { adult, seed, limit }: { adult: boolean; seed: number; limit: number },
): Promise<number[]> {
  const rows = await query<{ id: number }>(pool, { ...paramsOf(filters, adult), seed, limit });
  return rows.map(({ id }) => id);
}

/**
 * A random film of a pool that is longer than `drawn` if there are as many films, and not one of `drawn`, the latest first. If all are, one of them, not
 * the latest if there are others: `again` has them, as they count as not drawn from now on. Undefined if the pool is empty.
 */
export function drawFrom(
  pool: readonly number[],
  drawn: readonly number[],
): { id: number; again: number[] } | undefined {
  const before = new Set(drawn);
  const fresh = pool.find((id) => !before.has(id));
  if (fresh !== undefined) return { id: fresh, again: [] };
  const latest = drawn.find((id) => pool.includes(id));
  const id = pool.find((one) => pool.length === 1 || one !== latest);
  return id === undefined ? undefined : { id, again: [...pool] };
}

/** The name of a person; undefined if there is none with the id. */
export async function readPersonName({ query }: Snapshot, person: number): Promise<string | undefined> {
  const [row] = await query<{ name: string }>(nameOf, { person });
  return row?.name;
}
