import type { Snapshot } from './catalogue.ts';
import { type Fit, readId, readTyped } from './matches.ts';

/** What a person must have done to be found: acted, or directed. */
export type Role = 'actor' | 'director';

/** A person with what tells them apart from their namesakes. */
export interface PersonMatch {
  person_id: number;
  name: string;
  cast_films: number;
  directed_films: number;
  /** Their most voted film, if there is one that may be shown to anybody. */
  known_for: string | null;
  known_for_es: string | null;
  fit: Fit;
}

const byId = `
  select person_id, name, cast_films, directed_films, title as known_for, title_es as known_for_es, 'exact' as fit
  from people left join movies on movies.id = known_for
  where person_id = $id and case $role when 'actor' then cast_films else directed_films end > 0
`;

const byName = `
  with fits as (
    select *, case
      when folded = $folded then 1
      when starts_with(folded, $folded) then 2
      when contains(' ' || folded, ' ' || $folded) or starts_with(replace(folded, ' ', ''), $squashed) then 3
      else 4
    end as fit
    from people
    where case $role when 'actor' then cast_films else directed_films end > 0 and (
      contains(' ' || folded, ' ' || $folded)
      or starts_with(replace(folded, ' ', ''), $squashed)
      or ($typos > 0 and abs(length(folded) - length($folded)) <= $typos
        and damerau_levenshtein(folded, $folded) <= $typos)
    )
    order by fit, votes desc, person_id
    limit $limit
  )
  select person_id, name, cast_films, directed_films, title as known_for, title_es as known_for_es,
    ['exact', 'prefix', 'word', 'typo'][fit] as fit
  from fits left join movies on movies.id = known_for
  order by fits.fit, votes desc, person_id
`;

/**
 * People with that role whose name fits what was typed ("#525" is the person with that id), best fit first,
 * then best known; at most `limit`. An empty text gives the best known.
 */
export function matchPeople(
  { query }: Snapshot,
  typed: string,
  { role, limit = 25 }: { role: Role; limit?: number },
): Promise<PersonMatch[]> {
  const id = readId(typed);
  if (id !== undefined) return query<PersonMatch>(byId, { id, role });
  const { folded, squashed, typos } = readTyped(typed);
  return query<PersonMatch>(byName, { folded, squashed, typos, role, limit });
}

const nearest = `
  select person_id, name, cast_films, directed_films, title as known_for, title_es as known_for_es, 'typo' as fit
  from (select *, jaro_winkler_similarity(folded, $folded) as likeness from people)
  left join movies on movies.id = known_for
  where likeness > 0.8 and case $role when 'actor' then cast_films else directed_films end > 0
  order by round(likeness, 1) desc, votes desc, person_id
  limit $limit
`;

/** The people whose names look most like what was typed, for "did you mean"; at most `limit`, may be none. */
export function nearestPeople(
  { query }: Snapshot,
  typed: string,
  { role, limit = 5 }: { role: Role; limit?: number },
): Promise<PersonMatch[]> {
  return query<PersonMatch>(nearest, { folded: readTyped(typed).folded, role, limit });
}
