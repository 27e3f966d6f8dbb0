import type { Fault } from './fault.ts';

/** A value as it is handed to DuckDB. */
export type Cell = string | number | bigint | boolean | null;

/** A raw row that was not taken as it stands, and why. */
export interface OddRow {
  row: number;
  /** Its fields, or its text where it is no CSV, as JSON: many rows as arrays would take much memory. */
  raw: string;
  /** Whether the row may be the first half of a film. */
  isHalf: boolean;
  faults: Fault[];
}

/** What a worker makes of a block: columns to append a table, odd rows, and what it counted. */
export interface Batch {
  tables: Record<string, Cell[][]>;
  odd: OddRow[];
  counts: Record<string, number>;
}

export function emptyBatch(): Batch {
  return { tables: {}, odd: [], counts: {} };
}

/** Adds one row to the columns of a table of the batch. */
export function addRow(batch: Batch, table: string, cells: readonly Cell[]): void {
  batch.tables[table] ??= cells.map(() => []);
  const columns = batch.tables[table];
  for (let column = 0; column < cells.length; column++) columns[column]?.push(cells[column] ?? null);
}

/**
 * The entries of a list as one cell, null where there are none: JSON with their cells under each key, `{"id": [28, 35],
 * "name": ["Action", "Comedy"]}`. A cell an entry would cost the readers and DuckDB several times as much.
 */
export function listCell(columns: Record<string, readonly Cell[]>): string | null {
  return Object.values(columns)[0]?.length === 0 ? null : JSON.stringify(columns);
}

export function count(batch: Batch, what: string, many = 1): void {
  if (many > 0) batch.counts[what] = (batch.counts[what] ?? 0) + many;
}
