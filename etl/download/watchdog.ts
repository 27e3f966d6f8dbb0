/** Ends what has fallen silent: its signal fires when `alive` was not called for so many milliseconds. */
export interface Watchdog {
  signal: AbortSignal;
  alive(): void;
  stop(): void;
}

/** A watchdog that counts from now on, and that does not keep the process up by itself. */
export function createWatchdog(silence: number): Watchdog {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), silence).unref();
  return {
    signal: controller.signal,
    alive: () => void timer.refresh(),
    stop: () => clearTimeout(timer),
  };
}
