import { nothingWithheld } from '../contract/withheld.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Refuses a read because of an open question: the film or person is withheld, the rows might reveal the answer, or the open
 * questions could not be read.
 */
export class NotNow extends Error {
  readonly why: 'withheld' | 'might tell' | 'unknown';
  constructor(why: NotNow['why']) {
    super(`not now: ${why}`);
    this.why = why;
  }
}

/** A snapshot that withholds nothing. */
export function withholdNothing(
  reads: Pick<Snapshot, 'query' | 'queryByKey' | 'queryOnce' | 'find' | 'findChain' | 'findByDescription'>,
): Snapshot {
  const snapshot: Snapshot = {
    ...reads,
    withheld: async () => nothingWithheld,
    get unguarded() {
      return snapshot;
    },
  };
  return snapshot;
}
