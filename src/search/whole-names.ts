import type { SearchIndex } from './build-index.ts';
import { type Keys, lowerBound } from './key-table.ts';
import type { Query } from './query.ts';
import { canonical, squash, withoutArticle, wordsOf } from './words.ts';

/**
 * The entries whose whole name is the typed text, ignoring spaces and punctuation. One binary search instead of the
 * hundreds of names that a full search scores.
 */
export function entriesWithName(index: SearchIndex, { squashed }: Query): number[] {
  const names = squashedNames(index);
  const entries: number[] = [];
  for (let place = lowerBound(names, squashed); names.at(place) === squashed; place++)
    entries.push(index.squashed.first[place] ?? 0);
  return entries;
}

/** The entries whose title equals the typed one apart from an article, from the posting list of its rarest word. */
export function entriesWithoutArticle(index: SearchIndex, { bare }: Query): number[] {
  const { words, postingStart, postings, entryText } = index;
  const ranges = wordsOf(bare).map((word) => {
    const place = lowerBound(words.keys, canonical(word));
    return { from: postingStart[place] ?? 0, to: postingStart[place + 1] ?? 0 };
  });
  const { from, to } = ranges.reduce((a, b) => (b.to - b.from < a.to - a.from ? b : a));
  return [...postings.subarray(from, to)].filter((entry) => {
    const text = entryText[entry] ?? '';
    return text.includes(bare) && withoutArticle(text) === bare;
  });
}

/** The sorted names without spaces. They are computed on access, because a binary search reads few of hundreds of thousands. */
export function squashedNames({ squashed: { first }, entryText }: SearchIndex): Keys {
  return { length: first.length, at: (place) => squash(entryText[first[place] ?? -1] ?? '') };
}
