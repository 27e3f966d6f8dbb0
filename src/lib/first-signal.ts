/** The signals that ask a process to end. */
export const ENDING = ['SIGTERM', 'SIGINT'] as const;

/** Resolves with the first of the signals; from then on they no longer end the process by themselves. */
export function firstSignal(signals: readonly NodeJS.Signals[] = ENDING): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve(signal));
  });
}
