import { type Film, readTitles } from '../catalogue/film.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import type { Language } from '../contract/call.ts';
import { fold } from '../lib/fold.ts';
import { titleOf } from '../replies/names.ts';

/** The title of a film that has the typed words, if no title on its card has them: "Solo en casa" of "Mi pobre angelito". */
export async function findOtherTitle(
  typed: string,
  film: Film,
  language: Language,
  catalogue: Pick<Snapshot, 'unguarded'>,
): Promise<string | undefined> {
  const all = fold(typed).split(' ');
  const words = all.length > 1 ? all.filter((word) => word !== String(film.release_year)) : all;
  const isMeant = (title: string) => {
    const named = fold(title).split(' ');
    return words.every((word) => named.includes(word));
  };
  if ([titleOf(film, language), film.original_title].some(isMeant)) return undefined;
  return (await readTitles(catalogue, film.id)).find(isMeant);
}
