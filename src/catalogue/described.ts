import { listValue } from '@duckdb/node-api';
import { type Brief, readBrief } from './film.ts';
import type { Snapshot } from './snapshot.ts';

/** A film that fits a description. */
export interface DescribedFilm extends Brief {
  /** The typed words that fit it, the rarest first. */
  words: string[];
}

export interface DescribedPage {
  films: DescribedFilm[];
  page: number;
  /** Whether there is another page. */
  more: boolean;
}

const byIds = 'select id, brief from movies where list_contains($ids::int[], id)';

/** One page of the films that fit a description, best first; without adult films. Rejects with NotNow while a question is open. */
export async function readDescribed(
  { findByDescription, query }: Snapshot,
  typed: string,
  { page, size }: { page: number; size: number },
): Promise<DescribedPage> {
  const found = await findByDescription(typed, page * size + 1);
  const shown = found.slice((page - 1) * size, page * size);
  // DuckDB cannot tell the type of an empty list.
  const ids = listValue(shown.length === 0 ? [0] : shown.map(({ id }) => id));
  const rows = await query<{ id: number; brief: string }>(byIds, { ids });
  const briefs = new Map(rows.map(({ id, brief }) => [id, readBrief(brief)]));
  const films = shown.flatMap(({ id, words }) => {
    const brief = briefs.get(id);
    return brief === undefined ? [] : [{ ...brief, words }];
  });
  return { films, page, more: found.length > page * size };
}
