const KEPT = 100;
const DEFAULT_TIMEOUT_MS = 120_000;

/** A list whose next item can be awaited. It keeps the last 100 items. */
export type History<T> = { dropped: number; items: T[]; waiting: Set<() => void> };

/** Returns an empty history. */
export function newHistory<T>(): History<T> {
  return { dropped: 0, items: [], waiting: new Set() };
}

/** Adds an item and resolves the promises that wait for it. */
export function push<T>(history: History<T>, item: T): void {
  history.items.push(item);
  if (history.items.length > KEPT) {
    history.items.shift();
    history.dropped++;
  }
  for (const check of [...history.waiting]) check();
}

/** Returns the number of items ever added. */
export function countOf(history: History<unknown>): number {
  return history.dropped + history.items.length;
}

/** Resolves with the item at that index once it exists. Rejects after `withinMs` with an error that names `what`. */
export function itemAt<T>(
  history: History<T>,
  index: number,
  what: string,
  withinMs = DEFAULT_TIMEOUT_MS,
): Promise<T> {
  const find = () => history.items[Math.max(0, index - history.dropped)];
  return waitFor(history.waiting, find, what, withinMs);
}

/**
 * Resolves with the first defined result of `find`, which runs at every change: `waiting` is the set of callbacks that run then.
 * Rejects after `withinMs` (two minutes) with an error that names `what`.
 */
export function waitFor<T>(
  waiting: Set<() => void>,
  find: () => T | undefined,
  what: string,
  withinMs = DEFAULT_TIMEOUT_MS,
): Promise<T> {
  const initial = find();
  if (initial !== undefined) return Promise.resolve(initial);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(check);
      reject(new Error(`Nothing came within ${withinMs} ms: ${what}`));
    }, withinMs).unref();
    function check() {
      const found = find();
      if (found === undefined) return;
      clearTimeout(timer);
      waiting.delete(check);
      resolve(found);
    }
    waiting.add(check);
  });
}
