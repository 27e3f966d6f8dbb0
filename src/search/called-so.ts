import type { SearchIndex } from './build-index.ts';
import { lowerBound } from './key-table.ts';
import type { Query } from './query.ts';
import { squashedNames } from './squashed-names.ts';
import { ARTICLES, squash } from './words.ts';

/**
 * The entries whose whole name was typed, but for blanks, punctuation and (in `titles`) an article, and few others: some
 * binary searches, where a search scores hundreds of names.
 */
export function entriesCalledSo(
  index: SearchIndex,
  { squashed, bare }: Pick<Query, 'squashed' | 'bare'>,
  titles: boolean,
): Set<number> {
  const short = squash(bare);
  const keys = [squashed, ...(titles ? [short, ...around(short)] : [])];
  const names = squashedNames(index);
  const { first } = index.squashed;
  const entries = new Set<number>();
  for (const key of new Set(keys)) {
    for (let place = lowerBound(names, key); names.at(place) === key; place++) entries.add(first[place] ?? 0);
  }
  return entries;
}

/** A title with each article, before or behind it. */
const around = (title: string): string[] =>
  [...ARTICLES].flatMap((article) => [`${article}${title}`, `${title}${article}`]);
