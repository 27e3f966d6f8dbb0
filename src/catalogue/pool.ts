/**
 * A pool of a fixed number of connections, first come, first served. `take` rejects with the signal's reason if it is aborted
 * while waiting. `load` counts the connections in use and the callers that wait.
 */
export function createPool<Connection>(connections: readonly Connection[]) {
  const free = [...connections];
  const waiting: ((connection: Connection) => void)[] = [];

  return {
    load: () => ({ busy: connections.length - free.length, waiting: waiting.length }),
    take(signal: AbortSignal): Promise<Connection> {
      signal.throwIfAborted();
      const connection = free.pop();
      if (connection !== undefined) return Promise.resolve(connection);
      return new Promise((resolve, reject) => {
        const serve = (freed: Connection) => {
          signal.removeEventListener('abort', leave);
          resolve(freed);
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(serve), 1);
          reject(signal.reason);
        };
        waiting.push(serve);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
    give(connection: Connection): void {
      const next = waiting.shift();
      if (next === undefined) free.push(connection);
      else next(connection);
    },
  };
}
