/** Keys sorted by UTF-16 units. */
export interface Keys {
  readonly length: number;
  at(place: number): string | undefined;
}

/** The first (most popular) entry of each sorted key, with a minimum for each block of keys: finds the most popular of a range. */
export interface Order {
  /** For each key, its smallest entry. */
  first: Int32Array;
  /** The smallest `first` of each block of keys. */
  blocks: Int32Array;
}

/** Sorted keys, each with its first entry. */
export interface KeyTable extends Order {
  keys: readonly string[];
}

const BLOCK = 64;

/** Builds the order of sorted keys from their first entries. */
export function order(first: Int32Array): Order {
  const blocks = new Int32Array(Math.ceil(first.length / BLOCK)).fill(0x7fffffff);
  for (let index = 0; index < first.length; index++) {
    const block = Math.floor(index / BLOCK);
    blocks[block] = Math.min(blocks[block] ?? 0, first[index] ?? 0);
  }
  return { first, blocks };
}

/** Builds a table from sorted keys and their first entries. */
export const keyTable = (keys: readonly string[], first: Int32Array): KeyTable => ({ keys, ...order(first) });

/** The place of the first key that is not less than `key`. */
export function lowerBound(keys: Keys, key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys.at(middle) ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The range of keys that begin with `prefix`, end exclusive. */
export function prefixRange(keys: Keys, prefix: string): [from: number, to: number] {
  return [lowerBound(keys, prefix), lowerBound(keys, `${prefix}\uffff`)];
}

/** The places of the `count` most popular keys of a range, unsorted. */
export function mostPopular({ first, blocks }: Order, from: number, to: number, count: number): number[] {
  if (to - from <= count) return Array.from({ length: to - from }, (_, index) => from + index);
  const best = createSmallest(count);
  const offer = (low: number, high: number) => {
    for (let place = low; place < high; place++) best.offer(place, first[place] ?? 0);
  };
  const firstBlock = Math.ceil(from / BLOCK);
  const lastBlock = Math.floor(to / BLOCK);
  if (firstBlock >= lastBlock) {
    offer(from, to);
    return best.places();
  }
  offer(from, firstBlock * BLOCK);
  offer(lastBlock * BLOCK, to);
  for (let block = firstBlock; block < lastBlock; block++) {
    if ((blocks[block] ?? 0) < best.bar()) offer(block * BLOCK, (block + 1) * BLOCK);
  }
  return best.places();
}

/** Keeps the `count` places with the smallest ranks. */
function createSmallest(count: number) {
  let kept: { place: number; rank: number }[] = [];
  let bar = Number.POSITIVE_INFINITY;
  const cut = () => {
    kept = kept.sort((a, b) => a.rank - b.rank).slice(0, count);
    if (kept.length === count) bar = kept.at(-1)?.rank ?? bar;
  };
  return {
    bar: () => bar,
    offer(place: number, rank: number): void {
      if (rank >= bar) return;
      kept.push({ place, rank });
      if (kept.length >= 4 * count) cut();
    },
    places(): number[] {
      cut();
      return kept.map(({ place }) => place);
    },
  };
}
