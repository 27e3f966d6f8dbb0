import { workerData } from 'node:worker_threads';
import { createFindChain, type Ends, type FindChain } from '../chains/find-chain.ts';
import { openGraph } from '../chains/graph-file.ts';
import { createFindByDescription, type FindByDescription } from '../descriptions/find-by-description.ts';
import { openDescriptions } from '../descriptions/index-file.ts';
import { collectGarbage, serveRequests } from '../lib/worker.ts';
import type { Wanted } from './find.ts';
import { createFinders } from './finders.ts';
import { type Names, readNames } from './names-file.ts';

const version = String(workerData);
const finders = createFinders((await readNames(version)) ?? (await rebuild()));

/** Imports DuckDB only if the file of names cannot be used. */
async function rebuild(): Promise<Names> {
  const { rebuildNames } = await import('./make-names.ts');
  return rebuildNames(version);
}

let opening: Promise<FindChain> | undefined;

/** Reads the graph at the first request: many bots are never asked for a chain. */
async function chain(ends: Ends) {
  opening ??= openGraph(version).then(createFindChain);
  const findChain = await opening;
  return findChain(ends);
}

let openingDescriptions: Promise<FindByDescription> | undefined;

/** Reads the index of descriptions at the first request, as the graph. */
async function describe(typed: string, limit: number) {
  openingDescriptions ??= openDescriptions(version).then((index) => {
    collectGarbage();
    return createFindByDescription(index);
  });
  const findByDescription = await openingDescriptions;
  return findByDescription(typed, limit);
}

serveRequests(async ({ name, args }) => {
  if (name === 'open') return undefined;
  if (name === 'chain') return chain(args[0] as Ends);
  if (name === 'describe') return describe(...(args as [string, number]));
  const [typed, wanted] = args as [string, Wanted];
  return finders.get(name)?.(typed, wanted);
});
// The thread would keep the memory that reading needed, a third more than the names themselves.
collectGarbage();
