import { openWorker } from '../lib/worker.ts';
import type { Found, Wanted } from './find.ts';
import type { EntityKind, Labels } from './labels.ts';

export type { Fitting, Found, Wanted } from './find.ts';
export { FLAGS } from './flags.ts';
export type { FilmLabel, PersonLabel } from './labels.ts';
export { FITS, type Fit } from './score.ts';

/** Finds films and people of one version of the data by what a person typed; works in a thread of its own. */
export interface Search {
  /** Best first, at most `wanted.limit`. */
  find<Of extends EntityKind>(kind: Of, typed: string, wanted: Wanted): Promise<Found<Labels[Of]>[]>;
  close(): Promise<void>;
}

/** Builds the search over a published version (its folder); rejects when that cannot be read. */
export async function openSearch(version: string): Promise<Search> {
  const worker = await openWorker(new URL('worker.mjs', import.meta.url), { data: version });
  return {
    find: <Of extends EntityKind>(kind: Of, typed: string, wanted: Wanted) =>
      worker.request(kind, [typed, wanted]) as Promise<Found<Labels[Of]>[]>,
    close: worker.close,
  };
}
