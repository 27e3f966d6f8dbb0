import type { Snapshot } from './catalogue.ts';
import { type Fit, readId, readTyped } from './matches.ts';

/** A film with what tells it apart from its namesakes. */
export interface FilmMatch {
  id: number;
  title: string;
  title_es: string | null;
  release_year: number | null;
  /** In one line; null when none is known. */
  directors: string | null;
  fit: Fit;
}

const byId = `
  select id, title, title_es, release_year, directors, 'exact' as fit
  from movies join film_labels using (id)
  where id = $id and (not adult or $adult)
`;

const byName = `
  with fits as (
    select movie_id as id, min(case
      when folded = $folded or (folded = $before and release_year = $year) then 1
      when starts_with(folded, $folded) then 2
      when contains(' ' || folded, ' ' || $folded) or starts_with(replace(folded, ' ', ''), $squashed) then 3
      else 4
    end) as fit
    from titles join movies on movies.id = movie_id
    where (not adult or $adult) and (
      contains(' ' || folded, ' ' || $folded)
      or starts_with(replace(folded, ' ', ''), $squashed)
      or (folded = $before and release_year = $year)
      or ($typos > 0 and abs(length(folded) - length($folded)) <= $typos
        and damerau_levenshtein(folded, $folded) <= $typos)
    )
    group by movie_id
  )
  select id, title, title_es, release_year, directors, ['exact', 'prefix', 'word', 'typo'][fit] as fit
  from fits join movies using (id) join film_labels using (id)
  order by fits.fit, vote_count desc, id
  limit $limit
`;

/**
 * Films that go by what was typed ("#949" is the film with that id), best fit first, then most voted;
 * at most `limit`. An empty text gives the most voted films.
 */
export async function matchFilms(
  { query }: Snapshot,
  typed: string,
  { adult, limit = 25 }: { adult: boolean; limit?: number },
): Promise<FilmMatch[]> {
  const id = readId(typed);
  if (id !== undefined) return query<FilmMatch>(byId, { id, adult });
  return query<FilmMatch>(byName, { ...readTyped(typed), adult, limit });
}

const nearest = `
  select id, title, title_es, release_year, directors, 'typo' as fit
  from (
    select movie_id as id, max(jaro_winkler_similarity(folded, $folded)) as likeness
    from titles group by movie_id
  ) join movies using (id) join film_labels using (id)
  where likeness > 0.8 and (not adult or $adult)
  order by round(likeness, 1) desc, vote_count desc, id
  limit $limit
`;

/** The films whose names look most like what was typed, for "did you mean"; at most `limit`, may be none. */
export function nearestFilms(
  { query }: Snapshot,
  typed: string,
  { adult, limit = 5 }: { adult: boolean; limit?: number },
): Promise<FilmMatch[]> {
  return query<FilmMatch>(nearest, { folded: readTyped(typed).folded, adult, limit });
}
