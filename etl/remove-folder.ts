import { rmSync } from 'node:fs';
import { wording } from './report.ts';

/** Receives one line for the operator about something that does not stop the run. */
export type Warn = (line: string) => void;

/**
 * Removes a folder that an earlier run left. Failure is a warning: the folder may belong to another user, for example
 * root where the bot runs under systemd, and the run does not need it gone.
 */
export function removeFolder(path: string, warn: Warn): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '?';
    warn(wording.notRemoved(path, code));
  }
}
