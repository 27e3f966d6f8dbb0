import type { Table } from './table.ts';

/** A column as the number of the bin that each value falls into; bin b holds values up to edges[b], the last the rest. */
export interface Binned {
  bins: Uint8Array;
  edges: Float64Array;
}

export const BINS = 64;

/** How many values the edges are chosen from. */
const LOOKED_AT = 20_000;

/** Cuts each column at its quantiles into at most 64 bins. */
export function binColumns({ columns, rows }: Table): Binned[] {
  return columns.map((column) => {
    const edges = findEdges(column, rows);
    const bins = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) bins[row] = findBin(edges, column[row] as number);
    return { bins, edges };
  });
}

/** Edges halfway between values that differ, as soon as a bin has its share: many equal values fill a bin of their own. */
function findEdges(column: Float32Array, rows: number): Float64Array {
  const step = Math.max(1, Math.floor(rows / LOOKED_AT));
  const values = Float32Array.from(
    { length: Math.floor(rows / step) },
    (_, at) => column[at * step] as number,
  ).sort();
  const edges: number[] = [];
  let left = values.length;
  let held = 0;
  for (let at = 1; at < values.length && edges.length < BINS - 1; at++) {
    held++;
    const [below, above] = [values[at - 1] as number, values[at] as number];
    if (below === above || held < left / (BINS - edges.length)) continue;
    edges.push((below + above) / 2);
    left -= held;
    held = 0;
  }
  return Float64Array.from(edges);
}

function findBin(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
