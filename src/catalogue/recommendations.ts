import type { Snapshot } from './catalogue.ts';
import { type Brief, readBrief } from './film.ts';
import { type Reason, reasonReader } from './reasons.ts';

export type { Reason } from './reasons.ts';

export interface Pick extends Brief {
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

const stored = `
  select brief, reasons,
    coalesce(collection_id = (select collection_id from movies where id = $id), false) as own
  from recommendations join movies on movies.id = similar_id
  where movie_id = $id and (not adult or $adult)
    and ($genre::int is null or list_contains(genre_ids, $genre))
    and coalesce(release_year, 0) between $from and $to
    and ($language::varchar is null or original_language = $language)
    and vote_count >= $votes
  order by rank
`;

const byPrior = `
  with film as (
    select release_year // 10 * 10 as decade,
      coalesce($genre::int, genre_ids[1]) as wanted
    from movies where id = $id
  )
  select brief
  from movies, film
  where movies.id <> $id and (not adult or $adult) and vote_count >= greatest($votes, 1)
    and (wanted is null or list_contains(genre_ids, wanted))
    and release_year between $from and $to
    and ($dated or decade is null or release_year between decade and decade + 9)
    and ($language::varchar is null or original_language = $language)
    and movies.id not in (select similar_id from recommendations where movie_id = $id)
  order by (vote_count * vote_average + 500 * 6) / (vote_count + 500) desc, movies.id
  limit $limit
`;

/** What both queries give of a film, as JSON; only of a pick, the codes of its reasons, with blanks between. */
interface Listed {
  brief: string;
  reasons?: string;
}

interface Stored extends Listed {
  /** Whether it is of the film's own collection. */
  own: boolean;
}

const codesOf = ({ reasons = '' }: Listed) => (reasons === '' ? [] : reasons.split(' '));

interface Asked extends Wishes {
  adult: boolean;
  limit?: number;
  offset?: number;
}

/**
 * Films like a film, best first: the stored picks that fit the wishes and, where they run out, the best liked films of
 * the genre and decade (of the film, or of the wishes). Whatever the wishes, the first five hold at most two of the
 * film's own collection.
 */
export async function readPicks({ query }: Snapshot, id: number, asked: Asked): Promise<Pick[]> {
  const { adult, limit = 5, offset = 0, fromYear, toYear } = asked;
  const wishes = {
    id,
    adult,
    genre: asked.genre ?? null,
    from: fromYear ?? 0,
    to: toYear ?? 9999,
    language: asked.language ?? null,
    votes: asked.known === true ? KNOWN_VOTES : 0,
  };
  const fitting = await query<Stored>(stored, wishes);
  const own = fitting.filter((row) => row.own).slice(OWN_COLLECTION);
  const others: Listed[] = fitting.filter((row) => !own.includes(row));
  const end = offset + limit;
  if (others.length < FIRST || fitting.length < end) {
    const dated = fromYear !== undefined || toYear !== undefined;
    others.push(...(await query<Listed>(byPrior, { ...wishes, dated, limit: end })));
  }
  const page = [...others.slice(0, FIRST), ...own, ...others.slice(FIRST)].slice(offset, end);
  const read = await reasonReader({ query }, page.flatMap(codesOf));
  return page.map((row) => ({
    ...readBrief(row.brief),
    reasons: codesOf(row).flatMap(read),
    picked: row.reasons !== undefined,
  }));
}
