import { setMaxListeners } from 'node:events';
import { withAbort } from '../lib/promises.ts';
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
      findByDescription: async (...args) =>
        withAbort(signal, (await view()).search.findByDescription(...args)),
    });
    try {
      return await (mode === 'shared' ? withAbort(signal, work(snapshot)) : work(snapshot));
    } finally {
      opened?.leave(signal);
    }
  };
}

/** For how long readers may join a shared view, in ms: an endless one would keep a replaced version in memory. */
const OPEN_MS = 25;

interface SharedView {
  view: Promise<View>;
  readers: number;
  controller: AbortController;
}

/** Views that several readers share. See ReadMode. */
export function createSharedViews(open: (signal: AbortSignal) => Promise<View>) {
  let current: SharedView | undefined;

  const retire = (shared: SharedView) => {
    if (current === shared) current = undefined;
  };

  function start(): SharedView {
    const controller = new AbortController();
    setMaxListeners(0, controller.signal);
    const shared = { view: open(controller.signal), readers: 0, controller };
    setTimeout(() => retire(shared), OPEN_MS).unref();
    return shared;
  }

  return {
    /** Joins the current view, or opens one. The view closes when its last reader leaves. */
    join(): { view: Promise<View>; leave(signal: AbortSignal): void } {
      current ??= start();
      const shared = current;
      shared.readers++;
      return {
        view: shared.view,
        leave(signal) {
          shared.readers--;
          if (shared.readers > 0) return;
          retire(shared);
          // All readers have left: interrupt the running query.
          if (signal.aborted) shared.controller.abort(signal.reason);
          shared.view.then((view) => view.close()).catch(() => undefined);
        },
      };
    },
  };
}
