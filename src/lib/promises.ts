/**
 * The value of a promise. Rejects with the signal's reason as soon as the signal is aborted; the work itself goes on.
 */
export function withAbort<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** The results of concurrent work. If some of it fails, waits until all has settled, then throws the first error. */
export async function settleAll<Results extends readonly unknown[]>(
  work: {
    [At in keyof Results]: Promise<Results[At]>;
  },
): Promise<Results> {
  await Promise.allSettled(work);
  return (await Promise.all(work)) as unknown as Results;
}

/** A queue that runs one task at a time, in the order in which they were added. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<Result>(task: () => Promise<Result>): Promise<Result> {
      const done = last.then(task);
      last = done.catch(() => undefined);
      return done;
    },
    /** Resolves when every task that has been added so far is done. */
    idle: async (): Promise<void> => void (await last),
  };
}

/**
 * A function whose callers share one result: while `make` is under way, and for `ms` milliseconds afterwards. Failures are
 * shared too. A clock that is set back ends the sharing.
 */
export function shareFor<Value>(
  ms: number,
  clock: () => number,
  make: () => Promise<Value>,
): () => Promise<Value> {
  let shared: { value: Promise<Value>; madeAt: number | undefined } | undefined;
  return () => {
    const age = shared?.madeAt === undefined ? 0 : clock() - shared.madeAt;
    if (shared !== undefined && age >= 0 && age < ms) return shared.value;
    const fresh: typeof shared = { value: make(), madeAt: undefined };
    shared = fresh;
    const noteTime = () => {
      fresh.madeAt = clock();
    };
    fresh.value.then(noteTime, noteTime);
    return fresh.value;
  };
}
