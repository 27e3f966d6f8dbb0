/**
 * One regression tree. Node 0 is the root; a row goes to `left` where its value of `feature` is at most `threshold`,
 * else to `right`; a leaf has feature -1.
 */
export interface Tree {
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  value: number[];
}

/** A sum of trees; what it predicts is `base` and the leaves that a row falls into. */
export interface Forest {
  features: readonly string[];
  base: number;
  trees: Tree[];
}

/** Flattens the trees into typed arrays and gives the function that predicts one row. */
export function createPredictor({ base, trees }: Forest): (row: Float64Array) => number {
  const size = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
  const feature = new Int16Array(size);
  const threshold = new Float64Array(size);
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  const value = new Float64Array(size);
  const roots: number[] = [];
  let from = 0;
  for (const tree of trees) {
    feature.set(tree.feature, from);
    threshold.set(tree.threshold, from);
    value.set(tree.value, from);
    tree.feature.forEach((_, node) => {
      left[from + node] = from + (tree.left[node] ?? 0);
      right[from + node] = from + (tree.right[node] ?? 0);
    });
    roots.push(from);
    from += tree.feature.length;
  }
  return (row) => {
    let sum = base;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree] as number;
      let split = feature[node] as number;
      while (split >= 0) {
        node = ((row[split] as number) <= (threshold[node] as number) ? left[node] : right[node]) as number;
        split = feature[node] as number;
      }
      sum += value[node] as number;
    }
    return sum;
  };
}
