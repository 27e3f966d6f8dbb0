/**
 * A regression tree. Node 0 is the root. A row goes to `left` if its value of `feature` is at most `threshold`, else to
 * `right`. A leaf has feature -1.
 */
export interface Tree {
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  value: number[];
}

/** A sum of trees: it predicts `base` plus the values of the leaves that a row reaches. */
export interface Forest {
  features: readonly string[];
  base: number;
  trees: Tree[];
}

/**
 * Returns a function that predicts one row. The trees are flattened into typed arrays with siblings adjacent and a leaf's value
 * in place of the threshold, so the forest fits in a core's L2 cache.
 */
export function createPredictor({ base, trees }: Forest): (row: Float64Array) => number {
  const size = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
  const features = new Int8Array(size).fill(-1);
  const numbers = new Float64Array(size);
  const lefts = new Int32Array(size);
  const roots = new Int32Array(trees.length);
  let next = 0;
  trees.forEach((tree, index) => {
    roots[index] = next;
    const order: number[] = [0];
    const from = next;
    for (let place = 0; place < order.length; place++) {
      const node = order[place] as number;
      const feature = tree.feature[node] as number;
      features[from + place] = feature;
      numbers[from + place] = (feature < 0 ? tree.value[node] : tree.threshold[node]) as number;
      lefts[from + place] = from + order.length;
      if (feature >= 0) order.push(tree.left[node] as number, tree.right[node] as number);
    }
    next += order.length;
  });
  return (row) => {
    let sum = base;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree] as number;
      let feature = features[node] as number;
      while (feature >= 0) {
        node = (lefts[node] as number) + ((row[feature] as number) <= (numbers[node] as number) ? 0 : 1);
        feature = features[node] as number;
      }
      sum += numbers[node] as number;
    }
    return sum;
  };
}
