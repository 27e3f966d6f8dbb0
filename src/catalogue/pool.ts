/**
 * A pool of a fixed number of connections, first come, first served. `take` rejects with the signal's reason if it is aborted
 * while waiting. `load` counts the connections in use and the callers that wait.
 */
export function createPool<Connection>(connections: readonly Connection[]) {
  // The connection that was used last goes first: its statements are prepared.
  const free = [...connections];
  const waiting: ((connection: Connection) => void)[] = [];

  const take = (signal?: AbortSignal): Promise<Connection> => {
    signal?.throwIfAborted();
    const connection = free.pop();
    if (connection !== undefined) return Promise.resolve(connection);
    return new Promise((resolve, reject) => {
      const serve = (freed: Connection) => {
        signal?.removeEventListener('abort', leave);
        resolve(freed);
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(serve), 1);
        reject(signal?.reason);
      };
      waiting.push(serve);
      signal?.addEventListener('abort', leave, { once: true });
    });
  };
  return {
    load: () => ({ busy: connections.length - free.length, waiting: waiting.length }),
    take,
    give(connection: Connection): void {
      const next = waiting.shift();
      if (next === undefined) free.push(connection);
      else next(connection);
    },
    /** Takes every connection out of the pool as soon as it is free, and calls `close` with it. */
    async drain(close: (connection: Connection) => void): Promise<void> {
      for (const _ of connections) close(await take());
    },
  };
}
