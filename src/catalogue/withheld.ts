import { nothingWithheld } from '../contract/withheld.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Why a reader is told nothing now: what they asked for is withheld, the answer might tell something of what is
 * withheld, or it is unknown what is.
 */
export class NotNow extends Error {
  readonly why: 'withheld' | 'might tell' | 'unknown';
  constructor(why: NotNow['why']) {
    super(`not now: ${why}`);
    this.why = why;
  }
}

/** A snapshot for readers who may be told everything. */
export function withholdNothing(
  asks: Pick<Snapshot, 'query' | 'queryByKey' | 'queryOnce' | 'find'>,
): Snapshot {
  const snapshot: Snapshot = {
    ...asks,
    withheld: async () => nothingWithheld,
    get unguarded() {
      return snapshot;
    },
  };
  return snapshot;
}
