import type { Sentence } from '../../src/lib/sentence.ts';

/** A reason why a row is refused: the column, the raw cell and what is wrong with it. */
export interface Fault {
  what: Sentence;
  column?: string;
  cell?: string;
  /** The offset in the cell, from 0, at which a literal is malformed. */
  at?: number;
}

/** A value for DuckDB. */
export type Cell = string | number | bigint | boolean | null;

/** A raw row with faults. It is refused unless it can be joined with the next row. */
export interface FaultyRow {
  row: number;
  /** Its fields as a JSON array, or its text as a JSON string if it is not CSV. Arrays would take more memory. */
  raw: string;
  /** Whether the row may be the first half of a film. */
  isHalf: boolean;
  faults: Fault[];
}

/** The result of parsing a block: the columns to append to each table, the rows with faults, and the counts by rule. */
export interface Batch {
  tables: Record<string, Cell[][]>;
  faulty: FaultyRow[];
  counts: Record<string, number>;
}

export function emptyBatch(): Batch {
  return { tables: {}, faulty: [], counts: {} };
}

/** Adds one row to the columns of a table of the batch. */
export function addRow(batch: Batch, table: string, cells: readonly Cell[]): void {
  batch.tables[table] ??= cells.map(() => []);
  const columns = batch.tables[table];
  for (let column = 0; column < cells.length; column++) columns[column]?.push(cells[column] ?? null);
}

/**
 * The entries of a list as one cell, null if there are none: JSON with an array per key, `{"id": [28, 35], "name": ["Action",
 * "Comedy"]}`. A row per entry would cost the readers and DuckDB several times as much.
 */
export function listCell(columns: Record<string, readonly Cell[]>): string | null {
  return Object.values(columns)[0]?.length === 0 ? null : JSON.stringify(columns);
}

export function count(batch: Batch, what: string, many = 1): void {
  if (many > 0) batch.counts[what] = (batch.counts[what] ?? 0) + many;
}
