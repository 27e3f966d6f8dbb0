import { faultText, type Refused, type Shape } from '../report.ts';
import type { OddRow } from './batch.ts';
import type { Fault } from './fault.ts';

/** How many kinds of faults are told apart in a file. */
const MOST_SHAPES = 200;

/** Counts the rows of a file that are refused, and the kinds of their faults with the first of each. */
export interface Tally {
  add(rows: readonly OddRow[]): void;
  rejected(): number;
  /** The kinds of faults, the commonest first. */
  shapes(): Shape[];
}

export function createTally(): Tally {
  const shapes = new Map<string, Shape>();
  let rejected = 0;
  const addFault = (fault: Fault, row: number) => {
    const key = `${fault.column} ${fault.what}`;
    const known = shapes.get(key);
    if (known !== undefined) known.rows++;
    else if (shapes.size < MOST_SHAPES) shapes.set(key, { fault, rows: 1, first: row });
  };
  return {
    add(rows) {
      rejected += rows.length;
      for (const { row, faults } of rows) for (const fault of faults) addFault(fault, row);
    },
    rejected: () => rejected,
    shapes: () => [...shapes.values()].sort((a, b) => b.rows - a.rows || a.first - b.first),
  };
}

/** Why a row was refused, in one line. */
export const reasonOf = ({ faults }: OddRow): string => faults.map(faultText).join('; ').toWellFormed();

/** Whether more than `percent` of the rows are refused. */
export const isTooMany = ({ rejected, rows }: Pick<Refused, 'rejected' | 'rows'>, percent: number): boolean =>
  rejected * 100 > rows * percent;
