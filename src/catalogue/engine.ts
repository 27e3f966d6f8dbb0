import { resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Opens an in-memory DuckDB that can read Parquet in `folder` and nothing else. `memory` bounds data and queries together
 * ("1GB"; by default 80 % of the machine's memory).
 */
export async function openEngine(folder: string, memory: string | undefined): Promise<DuckDBInstance> {
  const limit: Record<string, string> = memory === undefined ? {} : { memory_limit: memory };
  const instance = await DuckDBInstance.create(':memory:', { ...settings, ...limit });
  const connection = await instance.connect();
  await connection.run('set variable folder = $folder', { folder: resolve(folder) });
  await connection.run(sandbox);
  connection.closeSync();
  return instance;
}

/**
 * One thread: a query runs on the thread that calls it. The tables are small and the queries many, and a second thread
 * doubles the CPU time of a load. A background thread returns freed memory to the system. Without a temporary directory,
 * a query that exceeds the memory limit fails instead of writing files.
 */
const settings = {
  threads: '1',
  allocator_flush_threshold: '1MB',
  allocator_background_threads: 'true',
  temp_directory: '',
};

/** The last setting keeps queries from changing the others. */
const sandbox = `
  set autoinstall_known_extensions = false;
  set autoload_known_extensions = false;
  set allowed_directories = [getvariable('folder')];
  set enable_external_access = false;
  set lock_configuration = true;
`;
