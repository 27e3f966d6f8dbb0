import { seededRandom } from '../../src/lib/random.ts';

/** A seeded stream of random numbers. */
export interface Random {
  /** A number from 0 to below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

export function createRandom(seed: number): Random {
  const next = seededRandom(seed);
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  };
}

/** Shares of all values and the value below which each share lies, in rising order from 0 to 1. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/** Draws a whole number from the given quantiles, linear in between. */
export function drawQuantile(random: Random, quantiles: Quantiles): number {
  const share = random.next();
  let [below = 0, from = 0] = quantiles[0] ?? [];
  for (const [limit, value] of quantiles) {
    if (limit > share) return Math.round(from + ((value - from) * (share - below)) / (limit - below));
    below = limit;
    from = value;
  }
  return from;
}

/** Draws indexes of `weights` with a probability proportional to the weight. */
export function weighted(weights: readonly number[]): (random: Random) => number {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (const [position, weight] of weights.entries()) {
    total += weight;
    sums[position] = total;
  }
  return (random) => {
    const target = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? total) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Draws items with a probability proportional to their weight. `fallback` is the item of an empty list. */
export function weightedItems<Item>(items: readonly (readonly [Item, number])[], fallback: Item) {
  const position = weighted(items.map(([, weight]) => weight));
  return (random: Random): Item => items[position(random)]?.[0] ?? fallback;
}

/** Frequencies by rank as of the words of a language (Zipf–Mandelbrot law). */
export function zipfWeights(count: number, exponent = 1, shift = 2.7): number[] {
  return Array.from({ length: count }, (_, rank) => (rank + 1 + shift) ** -exponent);
}
