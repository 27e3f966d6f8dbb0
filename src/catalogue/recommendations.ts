import { listValue } from '@duckdb/node-api';
import type { Withheld } from '../contract/withheld.ts';
import { type Brief, readBrief } from './film.ts';
import { type Reason, reasonReader } from './reasons.ts';
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

/** The films of `$keys` with their stored recommendations. */
export const listed =
  'select id as key, brief, recommendations from movies where list_contains($keys::int[], id)';

const fitting = `
  select id as key, brief
  from movies
  where id in (select unnest($keys::int[])) and (not adult or $adult)
    and ($genre::int is null or list_contains(genre_ids, $genre))
    and coalesce(release_year, 0) between $from and $to
    and ($language::varchar is null or original_language = $language)
    and vote_count >= $votes
`;

/** Fast path without filters: every condition costs time. */
const shown = `
  select id as key, brief from movies where id in (select unnest($keys::int[])) and (not adult or $adult)
`;

/** The best rated films of the genre and decade of one of the films `$ids`, or of the filters, without the films `$taken`. */
export const byPrior = `
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

/** How many stored recommendations are filtered at a time; more are seldom needed. */
const CHUNK = 12;

/** A film as JSON, and its stored recommendations. */
export interface ListedFilm {
  brief: string;
  recommendations: string | null;
}

/** A film as JSON, and the codes of its reasons separated by spaces if it is a stored recommendation. */
interface Listed {
  brief: string;
  reasons?: string;
}

/** A stored recommendation. */
interface Stored {
  id: number;
  /** Whether it belongs to the film's own collection. */
  own: boolean;
  reasons: string;
}

interface Fitting extends Omit<Stored, 'id'> {
  brief: string;
}

/** Parses movies.recommendations (data/README.md). */
export function readList(picks: string): Stored[] {
  return [...picks.matchAll(/(\d+)([+-])([^,]*)/gu)].map(([, id, sign, reasons = '']) => ({
    id: Number(id),
    own: sign === '+',
    reasons,
  }));
}

/** Whether the code of a reason names one of the people. */
export const namesPerson = (code: string, people: ReadonlySet<number>) =>
  ['d', 'b', 'w', 'a'].includes(code.charAt(0)) && people.has(Number(code.slice(1)));

export const codesOf = ({ reasons = '' }: Pick<Listed, 'reasons'>) =>
  reasons === '' ? [] : reasons.split(' ');

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
  const { adult, limit = 5, offset = 0 } = request;
  const filters = filtersOf(request);
  const end = offset + limit;
  const [[row], hidden] = await Promise.all([snapshot.queryByKey<ListedFilm>(listed, id), withheld()]);
  if (row === undefined) throw new Error(`no film ${id}`);
  if (hidden.films.has(id)) throw new NotNow('withheld');
  const stored = readList(row.recommendations ?? '').filter((pick) => !hidden.films.has(pick.id));
  // Films that follow the first five are on later pages only.
  const enough = offset === 0 ? limit : Number.POSITIVE_INFINITY;
  const { others, own } = await readFitting(stored, enough, (one) =>
    hasNoWishes(request)
      ? snapshot.queryByKey<{ brief: string }>(shown, one, { adult })
      : snapshot.queryByKey<{ brief: string }>(fitting, one, filters),
  );
  if (others.length < FIRST || others.length + own.length < end) {
    const dated = isDated(request);
    const ids = listValue([id]);
    const taken = listValue([id, ...hidden.films, ...stored.map((pick) => pick.id)]);
    others.push(...(await snapshot.query<Listed>(byPrior, { ...filters, ids, taken, dated, limit: end })));
  }
  const page = [...others.slice(0, FIRST), ...own, ...others.slice(FIRST)].slice(offset, end);
  const read = await reasonReader(snapshot);
  const picks = page.map((pick) => ({
    ...readPick(pick.brief, hidden),
    reasons: codesOf(pick)
      .filter((code) => !namesPerson(code, hidden.people))
      .flatMap(read),
    picked: pick.reasons !== undefined,
  }));
  return { film: readBrief(row.brief), picks };
}

/** A recommended film, without directors while anybody is withheld: one missing name would reveal that person. */
export const readPick = (json: string, { people }: Withheld): Brief => ({
  ...readBrief(json),
  ...(people.size > 0 && { directors: [] }),
});

/** The filters as parameters of the queries. */
export const filtersOf = ({ adult, genre, fromYear, toYear, language, known }: Page) => ({
  adult,
  genre: genre ?? null,
  from: fromYear ?? 0,
  to: toYear ?? 9999,
  language: language ?? null,
  votes: known === true ? KNOWN_VOTES : 0,
});

/** Whether years are asked for; then the decade of the film does not matter. */
export const isDated = ({ fromYear, toYear }: Wishes): boolean =>
  fromYear !== undefined || toYear !== undefined;

const hasNoWishes = ({ genre, fromYear, toYear, language, known }: Wishes): boolean =>
  known !== true && [genre, fromYear, toYear, language].every((wish) => wish === undefined);

/** The stored recommendations that pass the filters, best first, at least `enough` if possible; those of the own collection beyond the limit in `own`. */
async function readFitting(
  stored: readonly Stored[],
  enough: number,
  fits: (id: number) => Promise<{ brief: string }[]>,
): Promise<{ others: Listed[]; own: Listed[] }> {
  const fit: Fitting[] = [];
  const tooMany = () => new Set(fit.filter(({ own }) => own).slice(OWN_COLLECTION));
  for (let from = 0; from < stored.length && fit.length - tooMany().size < enough; from += CHUNK) {
    const chunk = stored.slice(from, from + CHUNK);
    const found = await Promise.all(chunk.map(({ id }) => fits(id)));
    for (const [at, { own, reasons }] of chunk.entries())
      for (const { brief } of found[at] ?? []) fit.push({ brief, own, reasons });
  }
  const own = tooMany();
  return { others: fit.filter((row) => !own.has(row)), own: [...own] };
}
