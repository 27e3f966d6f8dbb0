import { type Fit, FLAGS } from '../search/search.ts';
import type { Snapshot } from './catalogue.ts';
import { inOrder, readId } from './matches.ts';

/** What a person must have done to be found: acted, or directed. */
export type Role = 'actor' | 'director';

/** A person with what tells them apart from their namesakes. */
export interface PersonMatch {
  id: number;
  name: string;
  cast_films: number;
  directed_films: number;
  /** Their most voted film, if there is one that may be shown to anybody. */
  known_for: string | null;
  known_for_es: string | null;
  fit: Fit;
}

const people = `
  select person_id as id, name, cast_films, directed_films, known_for, known_for_es
  from people
  where person_id in (select unnest($ids))
    and case $role when 'actor' then cast_films else directed_films end > 0
`;

/**
 * People with that role whose name fits what was typed ("#525" is the person with that id), best first; at most
 * `limit`. An empty text gives the best known.
 */
export async function matchPeople(
  { query, find }: Snapshot,
  typed: string,
  { role, limit = 25 }: { role: Role; limit?: number },
): Promise<PersonMatch[]> {
  const id = readId(typed);
  const wanted = { need: FLAGS[role], limit };
  const found = id === undefined ? await find('people', typed, wanted) : [{ id, fit: 'exact' as const }];
  return inOrder(found, (ids) => query<PersonMatch>(people, { ids, role }));
}
