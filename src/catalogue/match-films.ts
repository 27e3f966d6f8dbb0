import { type Fit, FLAGS } from '../search/search.ts';
import type { Snapshot } from './catalogue.ts';
import { inOrder, readId } from './matches.ts';

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

const films = `
  select id, title, title_es, release_year, directors
  from movies join film_labels using (id)
  where id in (select unnest($ids)) and (not adult or $adult)
`;

/**
 * Films that go by what was typed ("#949" is the film with that id), best first; at most `limit`.
 * An empty text gives the most voted films.
 */
export async function matchFilms(
  { query, find }: Snapshot,
  typed: string,
  { adult, limit = 25 }: { adult: boolean; limit?: number },
): Promise<FilmMatch[]> {
  const id = readId(typed);
  const without = adult ? 0 : FLAGS.adult;
  const found =
    id === undefined ? await find('films', typed, { without, limit }) : [{ id, fit: 'exact' as const }];
  return inOrder(found, (ids) => query<FilmMatch>(films, { ids, adult }));
}
