import { listValue } from '@duckdb/node-api';
import { type Brief, readBrief } from './film.ts';
import { type Reason, reasonReader } from './reasons.ts';
import type { Snapshot } from './snapshot.ts';
import { NotNow } from './withheld.ts';

export type { Reason } from './reasons.ts';

export interface Recommendation extends Brief {
  /** Strongest first; none for a film that was not picked for this one but is well liked in its genre and decade. */
  reasons: Reason[];
  picked: boolean;
}

/** What picks may be narrowed down to. */
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

/** From this many votes on a film counts as known. */
export const KNOWN_VOTES = 500;

/** Of the film's own collection, those beyond this many follow the first five. */
const OWN_COLLECTION = 2;
const FIRST = 5;

const listed = 'select id as key, brief, recommendations from movies where list_contains($keys::int[], id)';

const fitting = `
  select id as key, brief
  from movies
  where id in (select unnest($keys::int[])) and (not adult or $adult)
    and ($genre::int is null or list_contains(genre_ids, $genre))
    and coalesce(release_year, 0) between $from and $to
    and ($language::varchar is null or original_language = $language)
    and vote_count >= $votes
`;

/** The same where nothing is wished for: a condition costs, whatever it asks. */
const shown = `
  select id as key, brief from movies where id in (select unnest($keys::int[])) and (not adult or $adult)
`;

const byPrior = `
  with film as (
    select release_year // 10 * 10 as decade,
      coalesce($genre::int, genre_ids[1]) as wanted
    from movies where id = $id
  )
  select brief
  from movies, film
  where not list_contains($taken::int[], movies.id) and (not adult or $adult) and vote_count >= greatest($votes, 1)
    and (wanted is null or list_contains(genre_ids, wanted))
    and release_year between $from and $to
    and ($dated or decade is null or release_year between decade and decade + 9)
    and ($language::varchar is null or original_language = $language)
  order by (vote_count * vote_average + 500 * 6) / (vote_count + 500) desc, movies.id
  limit $limit
`;

/** How many of the picks are looked at in one go; seldom are more needed. */
const GLANCE = 12;

/** What is listed: a film as JSON, and the codes of its reasons with blanks between, where it is a pick. */
interface Listed {
  brief: string;
  reasons?: string;
}

/** A stored pick. */
interface Stored {
  id: number;
  /** Whether it is of the film's own collection. */
  own: boolean;
  reasons: string;
}

interface Fitting extends Omit<Stored, 'id'> {
  brief: string;
}

/** Parses movies.recommendations (data/README.md). */
function readList(picks: string): Stored[] {
  return [...picks.matchAll(/(\d+)([+-])([^,]*)/gu)].map(([, id, sign, reasons = '']) => ({
    id: Number(id),
    own: sign === '+',
    reasons,
  }));
}

/** Whether the code of a reason stands for one of the people. */
const namesPerson = (code: string, people: ReadonlySet<number>) =>
  ['d', 'w', 'a'].includes(code.charAt(0)) && people.has(Number(code.slice(1)));

const codesOf = ({ reasons = '' }: Listed) => (reasons === '' ? [] : reasons.split(' '));

interface Asked extends Wishes {
  adult: boolean;
  limit?: number;
  offset?: number;
}

/**
 * A film and films like it, best first: the stored picks that fit the wishes and, where they run out, the best liked films of
 * the genre and decade (of the film, or of the wishes). Whatever the wishes, the first five hold at most two of the
 * film's own collection. Films that are withheld are in no list, whatever the wishes, and people who are in no reason.
 * Throws where there is no film of that id: ids come from a match. Throws NotNow where the film is withheld.
 */
export async function readPicks(
  { unguarded: snapshot, withheld }: Snapshot,
  id: number,
  asked: Asked,
): Promise<{ film: Brief; picks: Recommendation[] }> {
  const { adult, limit = 5, offset = 0, fromYear, toYear } = asked;
  const wishes = {
    adult,
    genre: asked.genre ?? null,
    from: fromYear ?? 0,
    to: toYear ?? 9999,
    language: asked.language ?? null,
    votes: asked.known === true ? KNOWN_VOTES : 0,
  };
  const end = offset + limit;
  const [[row], hidden] = await Promise.all([
    snapshot.queryByKey<{ brief: string; recommendations: string | null }>(listed, id),
    withheld(),
  ]);
  if (row === undefined) throw new Error(`no film ${id}`);
  if (hidden.films.has(id)) throw new NotNow('withheld');
  const stored = readList(row.recommendations ?? '').filter((pick) => !hidden.films.has(pick.id));
  // The first page shows none that follow the first five.
  const enough = offset === 0 ? limit : Number.POSITIVE_INFINITY;
  const { others, own } = await readFitting(stored, enough, (one) =>
    wishesNothing(asked)
      ? snapshot.queryByKey<{ brief: string }>(shown, one, { adult })
      : snapshot.queryByKey<{ brief: string }>(fitting, one, wishes),
  );
  if (others.length < FIRST || others.length + own.length < end) {
    const dated = fromYear !== undefined || toYear !== undefined;
    const taken = listValue([id, ...hidden.films, ...stored.map((pick) => pick.id)]);
    others.push(...(await snapshot.query<Listed>(byPrior, { ...wishes, id, taken, dated, limit: end })));
  }
  const page = [...others.slice(0, FIRST), ...own, ...others.slice(FIRST)].slice(offset, end);
  const read = await reasonReader(snapshot);
  const picks = page.map((pick) => ({
    ...readBrief(pick.brief),
    reasons: codesOf(pick)
      .filter((code) => !namesPerson(code, hidden.people))
      .flatMap(read),
    picked: pick.reasons !== undefined,
  }));
  return { film: readBrief(row.brief), picks };
}

const wishesNothing = ({ genre, fromYear, toYear, language, known }: Wishes): boolean =>
  known !== true && [genre, fromYear, toYear, language].every((wish) => wish === undefined);

/** The stored picks that fit, best first, at least `enough` where there are; of the own collection's, those too many apart. */
async function readFitting(
  stored: readonly Stored[],
  enough: number,
  fits: (id: number) => Promise<{ brief: string }[]>,
): Promise<{ others: Listed[]; own: Listed[] }> {
  const fit: Fitting[] = [];
  const tooMany = () => new Set(fit.filter(({ own }) => own).slice(OWN_COLLECTION));
  for (let from = 0; from < stored.length && fit.length - tooMany().size < enough; from += GLANCE) {
    const glance = stored.slice(from, from + GLANCE);
    const found = await Promise.all(glance.map(({ id }) => fits(id)));
    for (const [at, { own, reasons }] of glance.entries())
      for (const { brief } of found[at] ?? []) fit.push({ brief, own, reasons });
  }
  const own = tooMany();
  return { others: fit.filter((row) => !own.has(row)), own: [...own] };
}
