import { fold } from '../lib/fold.ts';
import type { SearchIndex } from './build-index.ts';
import { lowerBound } from './key-table.ts';
import { squashedNames } from './squashed-names.ts';
import { squash } from './words.ts';

/**
 * The docs that bear what was typed as a name, to the sign (the fit `same`), most popular first: a few comparisons, where
 * a search weighs hundreds of names.
 */
export function docsCalledSo(index: SearchIndex, typed: string): number[] {
  const { squashed, entryText, entryName, entryDoc } = index;
  const names = squashedNames(index);
  const written = typed.trim().toLowerCase();
  const folded = fold(typed);
  const key = squash(folded);
  const docs = new Set<number>();
  for (let place = lowerBound(names, key); names.at(place) === key; place++) {
    const entry = squashed.first[place] ?? 0;
    if (entryText[entry] === folded && entryName[entry]?.toLowerCase() === written)
      docs.add(entryDoc[entry] ?? 0);
  }
  return [...docs].sort((a, b) => a - b);
}
