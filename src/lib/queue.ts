/** Runs pieces of work one at a time, in the order they came. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<Result>(work: () => Promise<Result>): Promise<Result> {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
    /** Resolves when what is in it now is done. */
    idle: async (): Promise<void> => void (await last),
  };
}
