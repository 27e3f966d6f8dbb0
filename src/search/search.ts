import { openLine } from '../lib/worker-line.ts';
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
  const line = await openLine(new URL('worker.mjs', import.meta.url), version);
  return {
    find: <Of extends EntityKind>(kind: Of, typed: string, wanted: Wanted) =>
      line.ask(kind, [typed, wanted]) as Promise<Found<Labels[Of]>[]>,
    close: line.close,
  };
}
