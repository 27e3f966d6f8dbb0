import type { DuckDBConnection } from '@duckdb/node-api';
import { joined, type Sentence } from '../src/lib/sentence.ts';
import { createAppenders } from './appenders.ts';
import { readSql } from './database.ts';
import { createPool } from './pool.ts';
import { Problem } from './problem.ts';
import type { Progress } from './progress.ts';
import type { Batch } from './read/batch.ts';
import { type Loaded, loadSource } from './read/load-source.ts';
import type { BlockTask } from './read/parse-block.ts';
import type { Source } from './source.ts';

interface LoadOptions {
  workers: number;
  maxRejects: number;
  progress: Progress;
}

/**
 * Fills the raw tables, one file after the other, each parsed by all workers. Throws one Problem with the faults of all files, for
 * example if more than `maxRejects` percent of the rows of a file are refused.
 */
export async function loadSources(
  connection: DuckDBConnection,
  sources: readonly Source[],
  { workers, maxRejects, progress }: LoadOptions,
): Promise<Loaded[]> {
  await connection.run(readSql('sql/raw.sql'));
  const pool = createPool<BlockTask, Batch>(new URL('read/worker.ts', import.meta.url), { size: workers });
  const appenders = createAppenders(connection);
  const all: Loaded[] = [];
  const problems: Sentence[] = [];
  try {
    for (const source of sources) {
      progress.step(`reading ${source.file}`);
      try {
        const loaded = await loadSource(source, { pool, appenders, maxRejects, onBytes: progress.advance });
        await appenders.append('raw_files', [[source.kind], [source.file], [loaded.rows]]);
        all.push(loaded);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        problems.push(error.sentence);
      }
    }
  } finally {
    appenders.close();
    await pool.close();
  }
  // One line: programs that run the ETL show its last line.
  if (problems.length > 0) throw new Problem(joined(problems));
  return all;
}
