import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './fault.ts';

/** The outcomes of a run so far, in a file from which an interrupted run continues. `key` tells runs apart. */
export function openProgress(folder: string, key: string) {
  const file = join(folder, `soak-progress-${key}.json`);
  mkdirSync(folder, { recursive: true });
  const outcomes: Record<string, Outcome> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(outcomes));
    renameSync(`${file}.new`, file);
  };
  return {
    read: (fault: string): Outcome | undefined => outcomes[fault],
    write(fault: string, outcome: Outcome): void {
      outcomes[fault] = outcome;
      save();
    },
    /** Forgets the faults of a complete run. Removes the file once it is empty. */
    clear(faults: readonly string[]): void {
      for (const fault of faults) delete outcomes[fault];
      if (Object.keys(outcomes).length === 0) rmSync(file, { force: true });
      else save();
    },
  };
}

export type Progress = ReturnType<typeof openProgress>;
