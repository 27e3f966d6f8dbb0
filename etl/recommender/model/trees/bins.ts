import type { Table } from './table.ts';

/** A column as bin numbers: bin b holds the values up to edges[b], the last bin the rest. */
export interface Binned {
  bins: Uint8Array;
  edges: Float64Array;
}

export const BINS = 64;

/** The most values that the edges are chosen from. */
const SAMPLED = 20_000;

/** Bins each column at its quantiles into at most BINS bins. */
export function binColumns({ columns, rows }: Table): Binned[] {
  return columns.map((column) => {
    const edges = findEdges(column, rows);
    const bins = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) bins[row] = findBin(edges, column[row] as number);
    return { bins, edges };
  });
}

/** An edge is halfway between two different values, as soon as the bin has its share of the values. */
function findEdges(column: Float32Array, rows: number): Float64Array {
  const step = Math.max(1, Math.floor(rows / SAMPLED));
  const values = Float32Array.from(
    { length: Math.floor(rows / step) },
    (_, at) => column[at * step] as number,
  ).sort();
  const edges: number[] = [];
  let left = values.length;
  let inBin = 0;
  for (let at = 1; at < values.length && edges.length < BINS - 1; at++) {
    inBin++;
    const [below, above] = [values[at - 1] as number, values[at] as number];
    if (below === above || inBin < left / (BINS - edges.length)) continue;
    edges.push((below + above) / 2);
    left -= inBin;
    inBin = 0;
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
