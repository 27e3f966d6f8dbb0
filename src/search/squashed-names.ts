import type { SearchIndex } from './build-index.ts';
import type { Keys } from './key-table.ts';
import { squash } from './words.ts';

/** The names without blanks, in order; each is made when it is asked for, for a look-up compares a few of hundreds of thousands. */
export function squashedNames({ squashed: { first }, entryText }: SearchIndex): Keys {
  return { length: first.length, at: (place) => squash(entryText[first[place] ?? -1] ?? '') };
}
