import type { Random } from './random.ts';

/** The value below which a share of all values lies, in rising order; the first share is 0, the last 1. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/** Draws whole numbers whose quantiles are those given, straight lines between them. */
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

/** Draws positions of `weights`, each as often as its weight says. */
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

/** Draws items, each as often as its weight says. */
export function weightedItems<Item>(items: readonly (readonly [Item, number])[], none: Item) {
  const position = weighted(items.map(([, weight]) => weight));
  return (random: Random): Item => items[position(random)]?.[0] ?? none;
}

/** Weights by rank as words of a language have them (Zipf and Mandelbrot). */
export function zipfWeights(count: number, exponent = 1, shift = 2.7): number[] {
  return Array.from({ length: count }, (_, rank) => (rank + 1 + shift) ** -exponent);
}
