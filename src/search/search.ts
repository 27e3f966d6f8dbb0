import type { Ends, FindChain } from '../chains/find-chain.ts';
import type { FindByDescription } from '../descriptions/find-by-description.ts';
import { openWorker } from '../lib/worker.ts';
import type { Found, Wanted } from './find.ts';
import type { EntityKind } from './kind.ts';

/** Searches one version in a worker thread: names, chains of films and people, and films by description. */
export interface Search {
  /** Best first, at most `wanted.limit`. */
  find<Label extends { id: number }>(
    kind: EntityKind<Label>,
    typed: string,
    wanted: Wanted,
  ): Promise<Found<Label>[]>;
  /** As createFindChain. */
  findChain(ends: Ends): Promise<ReturnType<FindChain>>;
  /** As createFindByDescription. */
  findByDescription(...args: Parameters<FindByDescription>): Promise<ReturnType<FindByDescription>>;
  close(): Promise<void>;
}

/**
 * Opens the search over a published version (its folder). If the version's file of names has another format, the names are
 * rebuilt from its tables. Rejects if these cannot be read.
 */
export async function openSearch(version: string): Promise<Search> {
  const worker = await openWorker(new URL('worker.mjs', import.meta.url), { data: version });
  return {
    find: <Label extends { id: number }>({ name }: EntityKind<Label>, typed: string, wanted: Wanted) =>
      worker.request(name, [typed, wanted]) as Promise<Found<Label>[]>,
    findChain: (ends) => worker.request('chain', [ends]) as Promise<ReturnType<FindChain>>,
    findByDescription: (...args) =>
      worker.request('describe', args) as Promise<ReturnType<FindByDescription>>,
    close: worker.close,
  };
}
