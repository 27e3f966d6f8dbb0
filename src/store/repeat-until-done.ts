/** A background task that is retried until it succeeds. */
export interface RetriedTask {
  /** Runs the task, or queues one more run if it is running. Resolves after the first attempt. */
  run(): Promise<void>;
  /** Prevents further runs. Resolves when the present run ends. */
  stop(): Promise<void>;
}

/** One run at a time. If `task` returns false or throws, it runs again after `retryMs`. */
export function repeatUntilDone(task: () => Promise<boolean>, retryMs: number): RetriedTask {
  let present: Promise<void> = Promise.resolve();
  let waiting = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const once = async () => {
    waiting--;
    clearTimeout(timer);
    if (stopped || waiting > 0) return;
    const done = await task().catch(() => false);
    if (!done && !stopped) timer = setTimeout(run, retryMs);
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
