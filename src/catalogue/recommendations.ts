import type { Snapshot } from './catalogue.ts';

/** Why a film was picked: a code of the data dictionary and the name it stands for, where the catalogue has one. */
export interface Reason {
  kind: 'people' | 'collection' | 'director' | 'writer' | 'actor' | 'keyword' | 'genre' | 'decade';
  /** English for keywords and genres; the year for decades; blank for people. */
  name: string;
  /** The Spanish word of a keyword, where we have one. */
  name_es: string | null;
}

export interface Pick {
  id: number;
  title: string;
  title_es: string | null;
  original_title: string;
  release_year: number | null;
  vote_average: number;
  vote_count: number;
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
  with fitting as (
    select rank, similar_id as id,
      coalesce(collection_id = (select collection_id from movies where id = $id), false) as own
    from recommendations join movies on movies.id = similar_id
    where movie_id = $id and (not adult or $adult)
      and ($genre::int is null or exists (from movie_genres where movie_genres.movie_id = similar_id and genre_id = $genre))
      and coalesce(release_year, 0) between $from and $to
      and ($language::varchar is null or original_language = $language)
      and vote_count >= $votes
  )
  select id, own and row_number() over (partition by own order by rank) > $own as late from fitting order by rank
`;

const byPrior = `
  with film as (
    select release_year // 10 * 10 as decade,
      coalesce($genre::int, (select genre_id from movie_genres where movie_id = $id order by position limit 1)) as wanted
    from movies where id = $id
  )
  select movies.id, false as late
  from movies, film
  where movies.id <> $id and (not adult or $adult) and vote_count >= greatest($votes, 1)
    and (wanted is null or movies.id in (select movie_id from movie_genres where genre_id = film.wanted))
    and release_year between $from and $to
    and ($dated or decade is null or release_year between decade and decade + 9)
    and ($language::varchar is null or original_language = $language)
    and movies.id not in (select similar_id from recommendations where movie_id = $id)
  order by (vote_count * vote_average + 500 * 6) / (vote_count + 500) desc, movies.id
  limit $limit
`;

const details = `
  with shown as (
    select id::int as id, place from unnest(string_split($ids, ',')) with ordinality as listed(id, place)
  ),
  explained as (
    select place, id, coalesce(reasons, []) as codes, reasons is not null as picked
    from shown left join recommendations on movie_id = $id and similar_id = id
  ),
  codes as (
    select place, code, strength, left(code, 1) as kind, try_cast(substr(code, 2) as int) as number
    from explained, unnest(codes) with ordinality as coded(code, strength)
  ),
  named as (
    select place, strength,
      case kind when 'p' then 'people' when 'c' then 'collection' when 'd' then 'director' when 'w' then 'writer'
        when 'a' then 'actor' when 'k' then 'keyword' when 'g' then 'genre' else 'decade' end as kind,
      case kind when 'p' then '' when 'c' then collection when 'k' then keyword when 'g' then genre
        when 'e' then number::varchar else people.name end as name,
      keyword_es as name_es
    from codes
    left join collection_names on kind = 'c' and collection_id = number
    left join keyword_names on kind = 'k' and keyword_id = number
    left join genre_names on kind = 'g' and genre_id = number
    left join people on kind in ('d', 'w', 'a') and person_id = number
  ),
  worded as (
    select place, list({ kind: kind, name: name, name_es: name_es } order by strength) filter (name is not null) as reasons
    from named group by place
  )
  select movies.id, title, title_es, original_title, release_year, vote_average, vote_count, picked,
    coalesce(worded.reasons, []) as reasons
  from explained join movies using (id) left join worded using (place)
  order by place
`;

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
  const fitting = await query<{ id: number; late: boolean }>(stored, { ...wishes, own: OWN_COLLECTION });
  const [late, others] = [fitting.filter((row) => row.late), fitting.filter((row) => !row.late)];
  const end = offset + limit;
  if (others.length < FIRST || fitting.length < end) {
    const dated = fromYear !== undefined || toYear !== undefined;
    others.push(...(await query<(typeof others)[number]>(byPrior, { ...wishes, dated, limit: end })));
  }
  const all = [...others.slice(0, FIRST), ...late, ...others.slice(FIRST)];
  const ids = all.slice(offset, end).map((row) => row.id);
  return ids.length === 0 ? [] : query<Pick>(details, { id, ids: ids.join(',') });
}
