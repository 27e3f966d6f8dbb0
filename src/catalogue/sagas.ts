import { type Brief, readBrief } from './film.ts';
import type { Snapshot } from './snapshot.ts';

/** The films of a saga, best known first. */
export interface Saga {
  id: number;
  /** TMDB's English name, with its suffix "Collection". */
  name: string;
  films: Brief[];
}

const filmsOfSaga = `
  select collection as name, brief
  from movies
  where collection_id = $id and (not adult or $adult)
  order by vote_count desc, id
`;

/** The saga with a TMDB id. Throws if there is none, because ids come from a match. */
export async function readSaga({ query }: Snapshot, id: number, adult: boolean): Promise<Saga> {
  const rows = await query<{ name: string; brief: string }>(filmsOfSaga, { id, adult });
  if (rows[0] === undefined) throw new Error(`no saga ${id}`);
  return { id, name: rows[0].name, films: rows.map(({ brief }) => readBrief(brief)) };
}

/** The known revenues of films: their sum in US dollars, and how many there are. */
export function sumRevenues(films: readonly Brief[]): { total: number; known: number } {
  const known = films.filter(({ revenue }) => revenue > 0);
  return { total: known.reduce((sum, { revenue }) => sum + revenue, 0), known: known.length };
}
