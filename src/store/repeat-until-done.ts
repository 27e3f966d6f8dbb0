/** Work in the background that is tried again until it succeeds. */
export interface Repeated {
  /** Runs the work, or runs it once more after the present run; resolves after the first try. */
  run(): Promise<void>;
  /** Resolves when the present run is over; nothing runs afterwards. */
  stop(): Promise<void>;
}

/** Runs one piece of work at a time. When it gives false or throws, it runs again after `againMs`. */
export function repeatUntilDone(work: () => Promise<boolean>, againMs: number): Repeated {
  let present: Promise<void> = Promise.resolve();
  let waiting = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const once = async () => {
    waiting--;
    clearTimeout(timer);
    if (stopped || waiting > 0) return;
    const done = await work().catch(() => false);
    if (!done && !stopped) timer = setTimeout(run, againMs);
  };
  const run = () => {
    waiting++;
    present = present.then(once);
    return present;
  };
  return {
    run,
    stop() {
      stopped = true;
      clearTimeout(timer);
      return present;
    },
  };
}
