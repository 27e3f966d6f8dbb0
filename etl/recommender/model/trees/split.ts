import { BINS, type Binned } from './bins.ts';

/** The best split of a leaf; its gain is 0 if there is none. */
export interface Split {
  gain: number;
  feature: number;
  bin: number;
}

/** The histogram of some rows: for each sampled feature and each bin, the sum of the residuals, then the number of rows. */
export function sumBins(
  binned: readonly Binned[],
  sampled: readonly number[],
  residuals: Float64Array,
  rows: Int32Array,
): Float64Array {
  const sums = new Float64Array(sampled.length * BINS * 2);
  const own = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) own[at] = residuals[rows[at] as number] as number;
  for (let place = 0; place < sampled.length; place++) {
    const { bins } = binned[sampled[place] as number] as Binned;
    const from = place * BINS * 2;
    for (let at = 0; at < rows.length; at++) {
      const cell = from + 2 * (bins[rows[at] as number] as number);
      sums[cell] = (sums[cell] as number) + (own[at] as number);
      sums[cell + 1] = (sums[cell + 1] as number) + 1;
    }
  }
  return sums;
}

/** The split that lowers the squared error most, with `minRows` rows or more on each side. A prior of one row damps small leaves. */
export function findSplit(
  sums: Float64Array,
  sampled: readonly number[],
  rows: number,
  total: number,
  minRows: number,
): Split {
  const best: Split = { gain: 0, feature: -1, bin: 0 };
  const whole = (total * total) / (rows + 1);
  for (let place = 0; place < sampled.length; place++) {
    let sum = 0;
    let count = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      const cell = (place * BINS + bin) * 2;
      sum += sums[cell] as number;
      count += sums[cell + 1] as number;
      if (count < minRows || rows - count < minRows) continue;
      const gain = (sum * sum) / (count + 1) + (total - sum) ** 2 / (rows - count + 1) - whole;
      if (gain > best.gain + 1e-12) Object.assign(best, { gain, feature: sampled[place], bin });
    }
  }
  return best;
}
