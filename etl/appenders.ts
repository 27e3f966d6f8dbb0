import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { Cell } from './read/batch.ts';

const CHUNK_ROWS = 2048;

/** Appends columns to tables, one data chunk at a time. Keeps an open appender per table until `close`. */
export interface Appenders {
  append(table: string, columns: readonly (readonly Cell[])[]): Promise<void>;
  close(): void;
}

export function createAppenders(connection: DuckDBConnection): Appenders {
  const open = new Map<string, { appender: DuckDBAppender; chunk: DuckDBDataChunk }>();
  const find = async (table: string) => {
    const known = open.get(table);
    if (known) return known;
    const appender = await connection.createAppender(table);
    const types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column));
    const made = { appender, chunk: DuckDBDataChunk.create(types) };
    open.set(table, made);
    return made;
  };
  return {
    async append(table, columns) {
      const { appender, chunk } = await find(table);
      const rows = columns[0]?.length ?? 0;
      for (let from = 0; from < rows; from += CHUNK_ROWS) {
        chunk.reset();
        chunk.setColumns(columns.map((cells) => cells.slice(from, from + CHUNK_ROWS)));
        appender.appendDataChunk(chunk);
      }
    },
    close() {
      for (const { appender } of open.values()) appender.closeSync();
      open.clear();
    },
  };
}
