/**
 * A fixed set of connections lent one at a time; whoever waits longest is served first.
 * `take` rejects with the signal's reason when it is aborted while waiting; `load` says how many are lent and wanted.
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
