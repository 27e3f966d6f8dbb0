import { existsSync, readFileSync } from 'node:fs';

/** The signals that ask a process to end. */
export const ENDING = ['SIGTERM', 'SIGINT'] as const;

/** Resolves with the first of the signals. From then on these signals no longer end the process. */
export function firstSignal(signals: readonly NodeJS.Signals[] = ENDING): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve(signal));
  });
}

/**
 * A process's mark for file names: its id and its start time in ticks since the machine booted ("4711-123456"), because ids
 * are reused. The start time is 0 if the system does not report it.
 */
export const processMark = (pid = process.pid): string => `${pid}-${startTimeOf(pid)}`;

/** Whether the process with this mark still runs on this machine. */
export function isRunning(mark: string): boolean {
  const pid = Number.parseInt(mark, 10);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return processMark(pid) === mark;
}

function startTimeOf(pid: number): string {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return '0';
  const stat = readFileSync(path, 'utf8');
  // The program's name, in brackets, may contain spaces; the start time is the 20th field after it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
}
