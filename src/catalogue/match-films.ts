import { type FilmLabel, FLAGS, type Found } from '../search/search.ts';
import { readId } from './matches.ts';
import type { Snapshot } from './snapshot.ts';

/** A film with what tells it apart from its namesakes. */
export type FilmMatch = Found<FilmLabel>;

/**
 * Films that go by what was typed ("#949" is the film with that id), best first; at most `limit`. `best` gives those
 * alone that are called so to the sign, if there are any. An empty text gives the most voted films. The search answers
 * alone: no table is read.
 */
export function matchFilms(
  { find }: Pick<Snapshot, 'find'>,
  typed: string,
  { adult, best, limit = 25 }: { adult: boolean; best?: boolean; limit?: number },
): Promise<FilmMatch[]> {
  return find('films', typed, { id: readId(typed), without: adult ? 0 : FLAGS.adult, best, limit });
}
