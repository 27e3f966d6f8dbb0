import { type DuckDBMaterializedResult, JSDuckDBValueConverter } from '@duckdb/node-api';

/**
 * The rows of a result as plain objects. Reads column by column, which is twice as fast as row by row, and synchronously,
 * because the result is in memory and DuckDB's own readers wait for a thread at every chunk.
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
