import { type Brief, readBriefs } from './film.ts';
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

/** One page of the films that fit a description, best first; without adult films. Rejects with NotNow while a question is open. */
export async function readDescribed(
  snapshot: Snapshot,
  typed: string,
  { page, size }: { page: number; size: number },
): Promise<DescribedPage> {
  const found = await snapshot.findByDescription(typed, page * size + 1);
  const shown = found.slice((page - 1) * size, page * size);
  const briefs = await readBriefs(
    snapshot,
    shown.map(({ id }) => id),
  );
  const words = new Map(shown.map((one) => [one.id, one.words]));
  const films = briefs.map((brief) => ({ ...brief, words: words.get(brief.id) ?? [] }));
  return { films, page, more: found.length > page * size };
}
