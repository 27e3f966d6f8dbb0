import { availableParallelism, loadavg } from 'node:os';

/** Rows of text as a table: the first column is aligned left, the others right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

/** Milliseconds with one decimal below 100. */
export const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

/** A limit that a measured figure has to keep. */
export interface Target {
  name: string;
  isMet: boolean;
}

/**
 * Runs a benchmark and exits. The last line of its output says which targets were missed, or why the benchmark failed;
 * the exit code is then 1.
 */
export async function runBenchmark(main: () => Promise<readonly Target[]>): Promise<never> {
  try {
    const targets = await main();
    const missed = targets.filter(({ isMet }) => !isMet).map(({ name }) => name);
    if (missed.length > 0) console.log(`Targets missed: ${missed.join('; ')}.`);
    else if (targets.length > 0) console.log(`All ${targets.length} targets met.`);
    return process.exit(missed.length === 0 ? 0 : 1);
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return process.exit(1);
  }
}

/** The cores, the load and the Node version of this machine, for the head of a report. */
export const describeMachine = (): string =>
  `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; Node ${process.version}`;
