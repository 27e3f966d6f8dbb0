import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './fault.ts';

type Kept = Record<string, Outcome>;

/** What each fault came to so far, kept in a file, so that a run that was stopped goes on. `key` is what was asked for. */
export function openState(folder: string, key: string) {
  const file = join(folder, `soak-${key}.json`);
  mkdirSync(folder, { recursive: true });
  const kept: Kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : {};
  const keep = () => {
    writeFileSync(`${file}.new`, JSON.stringify(kept));
    renameSync(`${file}.new`, file);
  };
  return {
    read: (name: string): Outcome | undefined => kept[name],
    write(name: string, outcome: Outcome): void {
      kept[name] = outcome;
      keep();
    },
    /** Faults of a run that is whole leave nothing to go on from. */
    clear(names: readonly string[]): void {
      for (const name of names) delete kept[name];
      if (Object.keys(kept).length === 0) rmSync(file, { force: true });
      else keep();
    },
  };
}

export type State = ReturnType<typeof openState>;
