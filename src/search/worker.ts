import { workerData } from 'node:worker_threads';
import { collectGarbage, serveRequests } from '../lib/worker.ts';
import type { Wanted } from './find.ts';
import { createFinders } from './finders.ts';
import { type Names, readNames } from './names-file.ts';

const version = String(workerData);
const finders = createFinders((await readNames(version)) ?? (await rebuild()));

/** Imports DuckDB only if the file of names cannot be used. */
async function rebuild(): Promise<Names> {
  const { rebuildNames } = await import('./rebuild-names.ts');
  return rebuildNames(version);
}

serveRequests(async ({ name, args }) => {
  if (name === 'open') return undefined;
  const [typed, wanted] = args as [string, Wanted];
  return finders.get(name)?.(typed, wanted);
});
// The thread would keep the memory that reading needed, a third more than the names themselves.
collectGarbage();
