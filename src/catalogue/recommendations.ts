import { type DuckDBValue, listValue } from '@duckdb/node-api';
import type { Withheld } from '../contract/withheld.ts';
import { type Brief, readBrief } from './film.ts';
import { type Reason, reasonReader } from './reasons.ts';
import { ofOneCollection, picksOf, placeOf, readCodes, readLists } from './recommendation-lists.ts';
import type { Snapshot } from './snapshot.ts';
import { NotNow } from './withheld.ts';

export type { Reason } from './reasons.ts';

export interface Recommendation extends Brief {
  /** Strongest first; none for a popular film of the same genre and decade that fills the list. */
  reasons: Reason[];
  picked: boolean;
}

/** Filters on recommendations. */
export interface Wishes {
  /** TMDB id of a genre. */
  genre?: number | undefined;
  fromYear?: number | undefined;
  toYear?: number | undefined;
  /** ISO 639-1 code of the original language. */
  language?: string | undefined;
  /** Only films with at least `KNOWN_VOTES` votes. */
  known?: boolean | undefined;
}

/** A film with this many votes counts as known. */
export const KNOWN_VOTES = 500;

/** At most this many films of the film's own collection are among the first five. */
const OWN_COLLECTION = 2;
const FIRST = 5;

/** Films with the reasons of their recommendations, of any age. */
const films = 'select id as key, brief, reasons from movies where id in (select unnest($keys::int[]))';

const fitting = `
  select brief, reasons
  from movies
  where list_contains($ids::int[], id) and (not adult or $adult)
    and ($genre::int is null or list_contains(genre_ids, $genre))
    and coalesce(release_year, 0) between $from and $to
    and ($language::varchar is null or original_language = $language)
    and vote_count >= $votes
`;

/** The best rated films of the genre and decade of one of the films `$ids`, or of the filters, without the films `$taken`. */
const byPrior = `
  with films as (
    select distinct release_year // 10 * 10 as decade, coalesce($genre::int, genre_ids[1]) as wanted
    from movies where list_contains($ids::int[], id)
  )
  select brief
  from movies
  where not list_contains($taken::int[], movies.id) and (not adult or $adult) and vote_count >= greatest($votes, 1)
    and exists (
      from films
      where (wanted is null or list_contains(genre_ids, wanted))
        and ($dated or decade is null or release_year between decade and decade + 9)
    )
    and release_year between $from and $to
    and ($language::varchar is null or original_language = $language)
  order by (vote_count * vote_average + 500 * 6) / (vote_count + 500) desc, movies.id
  limit $limit
`;

/** How many more stored recommendations than needed are read at first: few are left out. */
const SPARE = 2;

/** A film and the reasons of its recommendations (data/README.md). */
export interface ListedFilm {
  film: Brief;
  reasons: string | null;
}

type ListedRow = Pick<ListedFilm, 'reasons'> & { brief: string };

/** A recommended film; without codes if it only fills the list. */
interface Listed {
  film: Brief;
  codes?: string[];
}

/** A stored recommendation. */
interface Stored {
  id: number;
  rank: number;
  /** Whether it belongs to the film's own collection. */
  own: boolean;
}

interface Fitting extends Stored {
  film: Brief;
}

/** Whether the code of a reason names one of the people. */
export const namesPerson = (code: string, people: ReadonlySet<number>) =>
  ['d', 'b', 'w', 'a'].includes(code.charAt(0)) && people.has(Number(code.slice(1)));

export interface Page extends Wishes {
  adult: boolean;
  limit?: number;
  offset?: number;
}

/**
 * A film and its recommendations, best first: the stored ones that pass the filters, then the best rated films of the genre
 * and decade (of the film or of the filters). The first five include at most two of the film's own collection. Withheld films
 * are in no list, and withheld people in no reason. Throws if there is no film with the id, because ids come from a match.
 * Throws NotNow if the film is withheld.
 */
export async function readRecommendations(
  { unguarded: snapshot, withheld }: Snapshot,
  id: number,
  request: Page,
): Promise<{ film: Brief; picks: Recommendation[] }> {
  const { limit = 5, offset = 0 } = request;
  const end = offset + limit;
  const [lists, hidden] = await Promise.all([readLists(snapshot), withheld()]);
  if (hidden.films.has(id)) throw new NotNow('withheld');
  const place = placeOf(lists, id);
  const stored = [...picksOf(lists, place)]
    .map((pick, rank) => ({
      id: lists.ids[pick] as number,
      rank,
      own: ofOneCollection(lists, pick, place),
    }))
    .filter((pick) => !hidden.films.has(pick.id));
  // Films that follow the first five are on later pages only.
  const enough = offset === 0 ? limit : Number.POSITIVE_INFINITY;
  const [[given], { others, own }] = await Promise.all([
    readListed(snapshot, id),
    readFitting(stored, enough, fittingReader(snapshot, request)),
  ]);
  if (given === undefined) throw new Error(`no film ${id}`);
  const codes = readCodes(given.reasons);
  const listed = ({ film, rank }: Fitting): Listed => ({ film, codes: codes[rank] ?? [] });
  const first = others.map(listed);
  if (first.length < FIRST || first.length + own.length < end) {
    const ids = listValue([id]);
    const taken = listValue([id, ...hidden.films, ...stored.map((pick) => pick.id)]);
    first.push(...(await readFilling(snapshot, request, { ids, taken, limit: end })));
  }
  const page = [...first.slice(0, FIRST), ...own.map(listed), ...first.slice(FIRST)].slice(offset, end);
  const read = await reasonReader(snapshot);
  const picks = page.map(({ film, codes }) => ({
    ...withoutHidden(film, hidden),
    reasons: (codes ?? []).filter((code) => !namesPerson(code, hidden.people)).flatMap(read),
    picked: codes !== undefined,
  }));
  return { film: given.film, picks };
}

/** A film without directors while anybody is withheld: one missing name would reveal that person. */
export const withoutHidden = (film: Brief, { people }: Withheld): Brief => ({
  ...film,
  ...(people.size > 0 && { directors: [] }),
});

/** Reads a film with the reasons of its recommendations. */
export async function readListed(snapshot: Snapshot, id: number): Promise<ListedFilm[]> {
  const rows = await snapshot.queryByKey<ListedRow>(films, id);
  return rows.map(({ brief, reasons }) => ({ film: readBrief(brief), reasons }));
}

/** Returns a function that reads those of some films that pass the filters, by id. */
export function fittingReader(
  snapshot: Snapshot,
  request: Page,
): (ids: readonly number[]) => Promise<Map<number, ListedFilm>> {
  const byId = (films: readonly ListedFilm[]) => new Map(films.map((one) => [one.film.id, one]));
  if (hasNoWishes(request))
    return async (ids) => {
      const films = await Promise.all(ids.map((id) => readListed(snapshot, id)));
      return byId(films.flat().filter(({ film }) => request.adult || !film.adult));
    };
  const filters = filtersOf(request);
  return async (ids) => {
    const rows = await snapshot.query<ListedRow>(fitting, { ids: listValue([...ids]), ...filters });
    return byId(rows.map(({ brief, reasons }) => ({ film: readBrief(brief), reasons })));
  };
}

/** The best rated films that fill a list. */
export async function readFilling(
  snapshot: Snapshot,
  request: Page,
  params: { ids: DuckDBValue; taken: DuckDBValue; limit: number },
): Promise<Listed[]> {
  const rows = await snapshot.query<{ brief: string }>(byPrior, {
    ...filtersOf(request),
    dated: isDated(request),
    ...params,
  });
  return rows.map(({ brief }) => ({ film: readBrief(brief) }));
}

/** The filters as parameters of the queries. */
const filtersOf = ({ adult, genre, fromYear, toYear, language, known }: Page) => ({
  adult,
  genre: genre ?? null,
  from: fromYear ?? 0,
  to: toYear ?? 9999,
  language: language ?? null,
  votes: known === true ? KNOWN_VOTES : 0,
});

/** Whether years are asked for; then the decade of the film does not matter. */
const isDated = ({ fromYear, toYear }: Wishes): boolean => fromYear !== undefined || toYear !== undefined;

const hasNoWishes = ({ genre, fromYear, toYear, language, known }: Wishes): boolean =>
  known !== true && [genre, fromYear, toYear, language].every((wish) => wish === undefined);

/** The stored recommendations that pass the filters, best first, at least `enough` if possible; those of the own collection beyond the limit in `own`. */
async function readFitting(
  stored: readonly Stored[],
  enough: number,
  fits: ReturnType<typeof fittingReader>,
): Promise<{ others: Fitting[]; own: Fitting[] }> {
  const fit: Fitting[] = [];
  const tooMany = () => new Set(fit.filter(({ own }) => own).slice(OWN_COLLECTION));
  for (let from = 0; from < stored.length && fit.length - tooMany().size < enough; from += enough + SPARE) {
    const some = stored.slice(from, from + enough + SPARE);
    const found = await fits(some.map(({ id }) => id));
    fit.push(
      ...some.flatMap((pick) => {
        const film = found.get(pick.id)?.film;
        return film === undefined ? [] : [{ ...pick, film }];
      }),
    );
  }
  const own = tooMany();
  return { others: fit.filter((row) => !own.has(row)), own: [...own] };
}
