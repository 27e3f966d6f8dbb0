import { existsSync, readFileSync } from 'node:fs';

/**
 * A process as a file name holds it: its id and its start in ticks since the machine started ("4711-123456"), for ids
 * are used again. The start is 0 where the system does not tell it.
 */
export const processMark = (pid = process.pid): string => `${pid}-${startOf(pid)}`;

/** Whether the process that a mark names still runs on this machine. */
export function isRunning(mark: string): boolean {
  const pid = Number.parseInt(mark, 10);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return processMark(pid) === mark;
}

function startOf(pid: number): string {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return '0';
  const stat = readFileSync(path, 'utf8');
  // The name of the program, in brackets, may hold anything; the start is the 20th word after it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
}
