import { rmSync } from 'node:fs';
import { wording } from './report.ts';

/** Called with a warning for the operator, one line. */
export type Warn = (line: string) => void;

/**
 * Removes a folder that an earlier run left. A failure is only a warning: the folder may belong to another user, such as root if
 * the bot runs under systemd.
 */
export function removeFolder(path: string, warn: Warn): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '?';
    warn(wording.notRemoved(path, code));
  }
}
