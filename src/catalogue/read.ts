import { setMaxListeners } from 'node:events';
import { withAbort } from '../lib/promises.ts';
import { createSharedViews } from './shared-views.ts';
import type { ReadMode, Snapshot } from './snapshot.ts';
import type { View, Views } from './views.ts';
import { withholdNothing } from './withheld.ts';

export type Read = <Result>(
  signal: AbortSignal,
  work: (snapshot: Snapshot) => Promise<Result>,
  mode?: ReadMode,
) => Promise<Result>;

/** Makes the catalogue's `read`: opens a view at the first query or search of `work`, and closes it after `work`. */
export function createRead(views: Views): Read {
  const shared = createSharedViews(views.open);

  const openView = (mode: ReadMode, signal: AbortSignal) => {
    if (mode === 'shared') return shared.join();
    const view = views.open(signal);
    return { view, leave: () => void view.then(({ close }) => close()).catch(() => undefined) };
  };

  return async (signal, work, mode = 'own') => {
    // Every pending search listens to the signal; by default Node warns of a leak from eleven listeners on.
    setMaxListeners(0, signal);
    let opened: ReturnType<typeof openView> | undefined;
    const view = async (): Promise<View> => {
      // After an abort a shared view stays open for its other readers: reject further queries.
      signal.throwIfAborted();
      opened ??= openView(mode, signal);
      return opened.view;
    };
    const findDetached: Snapshot['find'] = (...args) => {
      signal.throwIfAborted();
      const { search, release } = views.holdSearch();
      return withAbort(signal, search.find(...args).finally(release));
    };
    const snapshot = withholdNothing({
      query: async (...args) => (await view()).query(...args),
      queryByKey: async (...args) => (await view()).queryByKey(...args),
      queryOnce: async (...args) => (await view()).queryOnce(...args),
      find:
        mode === 'detached'
          ? findDetached
          : async (...args) => withAbort(signal, (await view()).search.find(...args)),
      findChain: async (ends) => withAbort(signal, (await view()).search.findChain(ends)),
    });
    try {
      return await (mode === 'shared' ? withAbort(signal, work(snapshot)) : work(snapshot));
    } finally {
      opened?.leave(signal);
    }
  };
}
