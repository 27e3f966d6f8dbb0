import { type DuckDBMaterializedResult, JSDuckDBValueConverter } from '@duckdb/node-api';

/**
 * The rows of a result as plain objects, a chunk at a time. Read column by column, twice as fast as by row; and at once,
 * for a result lies in memory, and DuckDB's readers would wait for a thread at every chunk.
 */
export function* resultRows<Row>(result: DuckDBMaterializedResult): Generator<Row> {
  const names = result.deduplicatedColumnNames();
  for (let at = 0; at < result.chunkCount; at++) {
    const chunk = result.getChunk(at);
    const columns = chunk.convertColumns(JSDuckDBValueConverter);
    for (let row = 0; row < chunk.rowCount; row++) {
      const read: Record<string, unknown> = {};
      for (const [column, name] of names.entries()) read[name] = columns[column]?.[row];
      yield read as Row;
    }
  }
}
