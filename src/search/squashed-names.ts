import type { SearchIndex } from './build-index.ts';
import type { Keys } from './key-table.ts';
import { squash } from './words.ts';

/** The sorted names without spaces. They are computed on access, because a binary search reads few of hundreds of thousands. */
export function squashedNames({ squashed: { first }, entryText }: SearchIndex): Keys {
  return { length: first.length, at: (place) => squash(entryText[first[place] ?? -1] ?? '') };
}
