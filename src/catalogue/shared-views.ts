import { setMaxListeners } from 'node:events';
import type { View } from './views.ts';

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
          // Nobody awaits the running query any more: interrupt it.
          if (signal.aborted) shared.controller.abort(signal.reason);
          shared.view.then((view) => view.close()).catch(() => undefined);
        },
      };
    },
  };
}
