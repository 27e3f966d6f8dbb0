const KEPT = 100;
/** How long to wait for what never comes. */
const PATIENCE_MS = 120_000;

/** A growing list that one can wait on. It keeps the last hundred items. */
export type History<T> = { dropped: number; items: T[]; waiting: Set<() => void> };

/** Returns an empty history. */
export function newHistory<T>(): History<T> {
  return { dropped: 0, items: [], waiting: new Set() };
}

/** Adds an item and wakes whoever waits. */
export function push<T>(history: History<T>, item: T): void {
  history.items.push(item);
  if (history.items.length > KEPT) {
    history.items.shift();
    history.dropped++;
  }
  for (const wake of [...history.waiting]) wake();
}

/** Returns how many items there ever were. */
export function countOf(history: History<unknown>): number {
  return history.dropped + history.items.length;
}

/** Resolves with the item at that place, as soon as it is there; rejects after `withinMs`, naming what was awaited. */
export function itemAt<T>(
  history: History<T>,
  place: number,
  what: string,
  withinMs = PATIENCE_MS,
): Promise<T> {
  const find = () => history.items[Math.max(0, place - history.dropped)];
  return waitFor(history.waiting, find, what, withinMs);
}

/**
 * Resolves with what `find` returns as soon as that is not undefined. `waiting` is woken at every change.
 * Rejects after `withinMs` (two minutes), naming what was awaited.
 */
export function waitFor<T>(
  waiting: Set<() => void>,
  find: () => T | undefined,
  what: string,
  withinMs = PATIENCE_MS,
): Promise<T> {
  const already = find();
  if (already !== undefined) return Promise.resolve(already);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(look);
      reject(new Error(`Nothing came within ${withinMs} ms: ${what}`));
    }, withinMs).unref();
    function look() {
      const found = find();
      if (found === undefined) return;
      clearTimeout(timer);
      waiting.delete(look);
      resolve(found);
    }
    waiting.add(look);
  });
}
