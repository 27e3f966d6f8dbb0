/** A training table: a column per feature and the target of each row. It grows as rows are added. */
export interface Table {
  features: readonly string[];
  columns: Float32Array[];
  targets: Float32Array;
  rows: number;
}

export function createTable(features: readonly string[]): Table {
  return {
    features,
    columns: features.map(() => new Float32Array(1024)),
    targets: new Float32Array(1024),
    rows: 0,
  };
}

export function addToTable(table: Table, row: Float64Array, target: number): void {
  if (table.rows === table.targets.length) {
    table.columns = table.columns.map(grown);
    table.targets = grown(table.targets);
  }
  for (let column = 0; column < table.columns.length; column++) {
    const values = table.columns[column] as Float32Array;
    values[table.rows] = row[column] as number;
  }
  table.targets[table.rows] = target;
  table.rows++;
}

function grown(values: Float32Array): Float32Array {
  const larger = new Float32Array(values.length * 2);
  larger.set(values);
  return larger;
}
