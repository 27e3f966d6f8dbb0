import { seededRandom, shuffledIndexes } from '../../../../src/lib/random.ts';
import { type Binned, binColumns } from './bins.ts';
import type { Forest, Tree } from './forest.ts';
import { findSplit, sumBins } from './split.ts';
import type { Table } from './table.ts';

export interface BoostOptions {
  trees: number;
  leaves: number;
  rate: number;
  /** The fewest rows in a leaf. */
  minRows: number;
  seed: number;
  /** Called after each tree. */
  onTree?: () => void;
}

/** The shares of the rows and of the features that each tree samples. */
const ROW_SHARE = 0.7;
const FEATURE_SHARE = 0.5;

/**
 * Gradient boosting of regression trees for the squared error (J. Friedman, Greedy function approximation, 2001), each
 * tree on a share of rows and features (Stochastic gradient boosting, 2002), grown leaf by leaf over histograms of
 * binned values as LightGBM does (Ke et al. 2017). Deterministic for a seed.
 */
export function boost(table: Table, options: BoostOptions): Forest {
  const { rows, targets, features } = table;
  const random = seededRandom(options.seed);
  const binned = binColumns(table);
  const base = mean(targets, rows);
  const residuals = Float64Array.from({ length: rows }, (_, row) => (targets[row] as number) - base);
  const trees: Tree[] = [];
  for (let count = 0; count < options.trees && rows > 0; count++) {
    const sampled = shuffledIndexes(features.length, random)
      .slice(0, Math.ceil(features.length * FEATURE_SHARE))
      .sort(ascending);
    const sample = new Int32Array(rows);
    let size = 0;
    for (let row = 0; row < rows; row++) if (random() < ROW_SHARE) sample[size++] = row;
    const grown = growTree(binned, residuals, sample.subarray(0, size), sampled, options);
    subtractPrediction(grown.nodes, binned, residuals);
    trees.push(grown.tree);
    options.onTree?.();
  }
  return { features, base, trees };
}

const ascending = (a: number, b: number) => a - b;

function mean(values: Float32Array, rows: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += values[row] as number;
  return rows === 0 ? 0 : sum / rows;
}

/** A node while its tree grows: it has a bin instead of a threshold. */
interface Node {
  feature: number;
  bin: number;
  left: number;
  right: number;
  value: number;
}

interface Leaf {
  node: number;
  rows: Int32Array;
  bins: Float64Array;
  split: ReturnType<typeof findSplit>;
}

function growTree(
  binned: readonly Binned[],
  residuals: Float64Array,
  rows: Int32Array,
  sampled: readonly number[],
  { leaves: maxLeaves, rate, minRows }: BoostOptions,
): { tree: Tree; nodes: Node[] } {
  const nodes: Node[] = [];
  const makeLeaf = (leafRows: Int32Array, bins = sumBins(binned, sampled, residuals, leafRows)): Leaf => {
    let sum = 0;
    for (const row of leafRows) sum += residuals[row] as number;
    const node =
      nodes.push({ feature: -1, bin: 0, left: 0, right: 0, value: (rate * sum) / (leafRows.length + 1) }) - 1;
    return { node, rows: leafRows, bins, split: findSplit(bins, sampled, leafRows.length, sum, minRows) };
  };
  const leaves = [makeLeaf(rows)];
  while (leaves.length < maxLeaves) {
    const best = leaves.reduce((a, b) => (b.split.gain > a.split.gain ? b : a));
    if (best.split.gain <= 0) break;
    const { feature, bin } = best.split;
    const [left, right] = partition(best.rows, binned[feature] as Binned, bin);
    const [small, large] = left.length <= right.length ? [left, right] : [right, left];
    const smallLeaf = makeLeaf(small);
    // The histogram of the larger child is the parent's minus the smaller child's.
    const largeLeaf = makeLeaf(
      large,
      best.bins.map((value, at) => value - (smallLeaf.bins[at] as number)),
    );
    const [leftLeaf, rightLeaf] = small === left ? [smallLeaf, largeLeaf] : [largeLeaf, smallLeaf];
    Object.assign(nodes[best.node] as Node, { feature, bin, left: leftLeaf.node, right: rightLeaf.node });
    leaves.splice(leaves.indexOf(best), 1, leftLeaf, rightLeaf);
  }
  const threshold = nodes.map(({ feature, bin }) => binned[feature]?.edges[bin] ?? 0);
  const tree = {
    feature: nodes.map((node) => node.feature),
    threshold,
    left: nodes.map((node) => node.left),
    right: nodes.map((node) => node.right),
    value: nodes.map((node) => (node.feature >= 0 ? 0 : node.value)),
  };
  return { tree, nodes };
}

function partition(rows: Int32Array, { bins }: Binned, bin: number): [Int32Array, Int32Array] {
  const sorted = new Int32Array(rows.length);
  let low = 0;
  let high = rows.length;
  for (const row of rows) {
    if ((bins[row] as number) <= bin) sorted[low++] = row;
    else sorted[--high] = row;
  }
  return [sorted.subarray(0, low), sorted.subarray(low)];
}

/** Subtracts the prediction of a new tree from the residuals of all rows. */
function subtractPrediction(
  nodes: readonly Node[],
  binned: readonly Binned[],
  residuals: Float64Array,
): void {
  for (let row = 0; row < residuals.length; row++) {
    let node = nodes[0] as Node;
    while (node.feature >= 0) {
      const { bins } = binned[node.feature] as Binned;
      node = nodes[(bins[row] as number) <= node.bin ? node.left : node.right] as Node;
    }
    residuals[row] = (residuals[row] as number) - node.value;
  }
}
