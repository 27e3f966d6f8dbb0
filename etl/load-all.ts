import type { DuckDBConnection } from '@duckdb/node-api';
import { createAppenders } from './append.ts';
import { readSql } from './database.ts';
import { createPool } from './pool.ts';
import { Problem } from './problem.ts';
import type { Progress } from './progress.ts';
import type { Batch, OddRow } from './read/batch.ts';
import { type Loaded, loadSource } from './read/load.ts';
import type { BlockTask } from './read/parse-block.ts';
import { wording } from './report.ts';
import type { Source } from './sources.ts';

interface LoadOptions {
  workers: number;
  maxRejects: number;
  progress: Progress;
}

/**
 * Fills the raw tables from all files, one file after the other, each parsed by all workers. Throws a Problem when more
 * than `maxRejects` percent of the rows of a file are refused, and names the first few.
 */
export async function loadAll(
  connection: DuckDBConnection,
  sources: readonly Source[],
  { workers, maxRejects, progress }: LoadOptions,
): Promise<Loaded[]> {
  await connection.run(readSql('sql/raw.sql'));
  const pool = createPool<BlockTask, Batch>(new URL('read/worker.ts', import.meta.url), { size: workers });
  const appenders = createAppenders(connection);
  const all: Loaded[] = [];
  try {
    for (const source of sources) {
      progress.step(wording.read(source.file));
      const loaded = await loadSource(source, pool, appenders, progress.advance);
      limitRejects(loaded, maxRejects);
      await appendBookkeeping(loaded);
      all.push(loaded);
    }
  } finally {
    appenders.close();
    await pool.close();
  }
  return all;

  async function appendBookkeeping({ source, rows, rejects, stitched }: Loaded): Promise<void> {
    await appenders.append('raw_files', [[source.kind], [source.file], [rows]]);
    await appenders.append('raw_stitched', [stitched]);
    await appenders.append('raw_rejects', [
      rejects.map(() => source.file),
      rejects.map(({ row }) => row),
      rejects.map(({ reason }) => reason.toWellFormed()),
      rejects.map(({ fields }) => JSON.stringify(fields)),
    ]);
  }
}

function limitRejects({ source, rows, rejects }: Loaded, percent: number): void {
  if (rejects.length * 100 <= rows * percent && rejects.length < rows) return;
  const first = rejects.slice(0, 3).map(({ row, reason }: OddRow) => wording.rejected(row, reason));
  throw new Problem(wording.tooManyRejects(source.file, rejects.length, rows, percent, first));
}
