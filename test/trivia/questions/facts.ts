import type { Snapshot } from '../../../src/catalogue/snapshot.ts';

/** A film's data in the published tables, read by queries that no question uses. */
export interface Facts {
  readonly year: number;
  /** Days since 1970. */
  readonly day: number;
  readonly budget: number;
  readonly revenue: number;
  readonly collection: number | null;
  readonly genres: readonly string[];
  /** TMDB's codes: the original language, then the spoken languages. */
  readonly languages: readonly string[];
  readonly tagline: string | null;
  readonly overview: string | null;
  readonly overview_es: string | null;
  /** Names in all languages, folded. */
  readonly names: readonly string[];
  /** In the order of the billing. */
  readonly cast: readonly { id: number; name: string; character: string | null }[];
  readonly directors: readonly { id: number; name: string }[];
  readonly keywords: readonly string[];
}

const facts = `
  with casts as (
    select movie_id, list({ 'id': person_id, 'name': people.name, 'character': character } order by position) as cast_list
    from cast_members join people using (person_id) group by movie_id
  ),
  directed as (
    select movie_id, list({ 'id': person_id, 'name': name }) as directors
    from directors join people using (person_id) group by movie_id
  ),
  words as (
    select movie_id, list(keyword) || list(keyword_es) as keywords from movie_keywords group by movie_id
  ),
  called as (
    select movie_id, list(folded) as names from titles group by movie_id
  ),
  spoken as (
    select movie_id, list(language) as languages from question_languages group by movie_id
  ),
  kinds as (
    select movie_id, list(genre order by position) as genres from movie_genres group by movie_id
  )
  select
    id, release_year as year, epoch(release_date)::double / 86400 as day, budget::double as budget, revenue::double as revenue,
    collection_id as collection, tagline, overview, overview_es, called.names, coalesce(kinds.genres, []) as genres,
    [original_language] || coalesce(languages, []) as languages, coalesce(cast_list, []) as "cast",
    coalesce(directors, []) as directors, coalesce(keywords, []) as keywords
  from movies
  left join casts on casts.movie_id = id
  left join directed on directed.movie_id = id
  left join words on words.movie_id = id
  left join called on called.movie_id = id
  left join spoken on spoken.movie_id = id
  left join kinds on kinds.movie_id = id
  where not adult and id in (select movie_id from questions)
`;

/** The facts of all films of the pool, by id. */
export async function readFacts({ query }: Snapshot): Promise<Map<number, Facts>> {
  const rows = await query<Facts & { id: number }>(facts);
  return new Map(rows.map((row) => [row.id, row]));
}
