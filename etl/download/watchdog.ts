/** An idle timeout: its signal aborts when `reset` has not been called for that long. */
export interface Watchdog {
  signal: AbortSignal;
  reset(): void;
  stop(): void;
}

/** Starts a watchdog; `timeout` in milliseconds. It does not keep the process alive. */
export function createWatchdog(timeout: number): Watchdog {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeout).unref();
  return {
    signal: controller.signal,
    reset: () => void timer.refresh(),
    stop: () => clearTimeout(timer),
  };
}
