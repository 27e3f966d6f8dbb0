import { FLAGS, type Found, type PersonLabel } from '../search/search.ts';
import { readId } from './matches.ts';
import type { Snapshot } from './snapshot.ts';

/** What a person must have done to be found: acted, or directed. */
export type Role = 'actor' | 'director';

/** A person with what tells them apart from their namesakes. */
export type PersonMatch = Found<PersonLabel>;

/**
 * People with that role whose name fits what was typed ("#525" is the person with that id), best first; at most
 * `limit`; `best` as matchFilms. An empty text gives the best known. The search answers alone: no table is read.
 */
export function matchPeople(
  { find }: Pick<Snapshot, 'find'>,
  typed: string,
  { role, best, limit = 25 }: { role: Role; best?: boolean; limit?: number },
): Promise<PersonMatch[]> {
  return find('people', typed, { id: readId(typed), need: FLAGS[role], best, limit });
}
