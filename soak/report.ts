import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { percentilesOf } from '../bench/measure.ts';
import { table } from '../bench/report.ts';
import type { Outcome } from './fault.ts';

/** A fault in the report: with its outcome, or with the reason why it was skipped. */
export type Line =
  | { readonly name: string; readonly outcome: Outcome; readonly holds: boolean }
  | { readonly name: string; readonly skipped: string };

/** A table of the calls during each fault. */
export function callsTable(lines: readonly Line[]): string {
  const head = ['fault', 'injected', 'calls', 'refused', 'failed', 'lost'];
  const rows = lines.flatMap((line) => {
    if ('skipped' in line) return [];
    const { injected, calls, refused, failed, lost } = line.outcome;
    return [[line.name, ...[injected, calls, refused, failed, lost].map(String)]];
  });
  return table([head, ...rows]);
}

/** The table of docs/reliability.md: injections, recoveries, the figure of each fault, and whether it holds. */
export function summary(lines: readonly Line[]): string {
  const rows = lines.map((line) =>
    'skipped' in line
      ? [line.name, '0', '', `skipped: ${line.skipped}`, '-']
      : [line.name, ...figuresOf(line.outcome), line.holds ? 'yes' : 'NO'],
  );
  const head = ['fault', 'injected', 'recovered', 'figure', 'holds'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A fault without recovery times counts the calls that were answered instead. */
function figuresOf({ injected, calls, lost, failed, recoveries, figure }: Outcome): string[] {
  const count = (number: number) => number.toLocaleString('en-US');
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  if (recoveries.length === 0)
    return [count(injected), count(calls - lost - failed), figure ?? `${lost} lost, ${failed} failed`];
  const { median, max } = percentilesOf(recoveries);
  return [count(injected), count(recoveries.length), figure ?? `${seconds(median)} (max ${seconds(max)})`];
}

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
