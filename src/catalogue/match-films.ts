import { type FilmLabel, type Fit, FLAGS } from '../search/search.ts';
import type { Snapshot } from './catalogue.ts';
import { readId } from './matches.ts';

/** A film with what tells it apart from its namesakes. */
export type FilmMatch = FilmLabel & { fit: Fit };

/**
 * Films that go by what was typed ("#949" is the film with that id), best first; at most `limit`.
 * An empty text gives the most voted films. The search answers alone: no table is read.
 */
export function matchFilms(
  { find }: Pick<Snapshot, 'find'>,
  typed: string,
  { adult, limit = 25 }: { adult: boolean; limit?: number },
): Promise<FilmMatch[]> {
  return find('films', typed, { id: readId(typed), without: adult ? 0 : FLAGS.adult, limit });
}
