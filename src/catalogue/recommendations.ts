import type { Snapshot } from './catalogue.ts';

/** Why a film was picked: a code of the data dictionary and the name it stands for, where the catalogue has one. */
export interface Reason {
  kind: 'collection' | 'director' | 'actor' | 'keyword' | 'genre' | 'decade';
  /** English for keywords and genres; the year for decades. */
  name: string;
}

export interface Pick {
  rank: number;
  id: number;
  title: string;
  title_es: string | null;
  original_title: string;
  release_year: number | null;
  vote_average: number;
  vote_count: number;
  reasons: Reason[];
}

const picks = `
  with shown as (
    select rank, similar_id, reasons
    from recommendations join movies on movies.id = similar_id
    where movie_id = $id and (not adult or $adult)
    order by rank limit $limit offset $offset
  ),
  codes as (
    select rank, code, place, left(code, 1) as kind, substr(code, 2)::int as number
    from shown, unnest(reasons) with ordinality as coded(code, place)
  ),
  named as (
    select rank, place,
      case kind when 'c' then 'collection' when 'd' then 'director' when 'a' then 'actor'
        when 'k' then 'keyword' when 'g' then 'genre' else 'decade' end as kind,
      case kind
        when 'c' then (select any_value(collection) from movies where collection_id = number)
        when 'd' then (select any_value(name) from people where person_id = number)
        when 'a' then (select any_value(name) from people where person_id = number)
        when 'k' then (select any_value(keyword) from movie_keywords where keyword_id = number)
        when 'g' then (select any_value(genre) from movie_genres where genre_id = number)
        else number::varchar
      end as name
    from codes
  ),
  worded as (
    select rank, list({ kind: kind, name: name } order by place) filter (name is not null) as reasons
    from named group by rank
  )
  select shown.rank, id, title, title_es, original_title, release_year, vote_average, vote_count,
    coalesce(worded.reasons, []) as reasons
  from shown join movies on movies.id = similar_id left join worded using (rank)
  order by shown.rank
`;

/** The stored picks of a film, best first, with their reasons, strongest first. */
export async function readPicks(
  { query }: Snapshot,
  id: number,
  { adult, limit = 5, offset = 0 }: { adult: boolean; limit?: number; offset?: number },
): Promise<Pick[]> {
  return query<Pick>(picks, { id, adult, limit, offset });
}
