import { setMaxListeners } from 'node:events';
import { withAbort } from '../lib/promises.ts';
import type { Catalogue } from './catalogue.ts';
import type { Snapshot } from './snapshot.ts';
import { withholdNothing } from './withheld.ts';

/** For how long readers may join a transaction, in ms: a long one would keep a version that was replaced. */
const YOUNG_MS = 25;

/**
 * Makes a `read` whose readers share transactions: who comes while one is young sees its snapshot, so that many short
 * questions wait for few connections and are asked together. It is for short questions only: a slow one holds up those
 * that share with it.
 */
export function shareReads({ read }: Pick<Catalogue, 'read'>): Catalogue['read'] {
  let young: ReturnType<typeof open> | undefined;

  const open = () => {
    const ending = new AbortController();
    setMaxListeners(0, ending.signal);
    let close = () => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    const snapshot = new Promise<Snapshot>((resolve, reject) => {
      const whole = read(ending.signal, (seen) => {
        resolve(seen);
        return closed;
      });
      whole.catch(reject);
    });
    const shared = { readers: 0, snapshot, close, interrupt: (reason: unknown) => ending.abort(reason) };
    const ageing = setTimeout(() => retire(shared), YOUNG_MS);
    ageing.unref();
    return shared;
  };
  const retire = (shared: typeof young) => {
    if (young === shared) young = undefined;
  };

  return async (signal, work) => {
    young ??= open();
    const shared = young;
    shared.readers++;
    try {
      const { query, rowsOf, once, find } = await shared.snapshot;
      // Who has left may ask nothing more: the connection may be somebody else's by then.
      const present = <Asked>(asked: () => Promise<Asked>) =>
        signal.aborted ? Promise.reject(signal.reason) : asked();
      return await withAbort(
        signal,
        work(
          withholdNothing({
            query: (...asked) => present(() => query(...asked)),
            rowsOf: (...asked) => present(() => rowsOf(...asked)),
            once: (...asked) => present(() => once(...asked)),
            find: (...asked) => present(() => find(...asked)),
          }),
        ),
      );
    } finally {
      shared.readers--;
      if (shared.readers === 0) {
        retire(shared);
        // What it asked has nobody left to tell.
        if (signal.aborted) shared.interrupt(signal.reason);
        shared.close();
      }
    }
  };
}
