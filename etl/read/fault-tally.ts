import { wording } from '../wording.ts';
import type { Fault, FaultyRow } from './batch.ts';

/** The most kinds of faults that are counted separately. */
const MAX_KINDS = 200;

/** A kind of fault: how many rows have it, and the first of them. */
export interface FaultCount {
  fault: Fault;
  rows: number;
  first: number;
}

/** Counts the refused rows of a file and the kinds of their faults. */
export interface FaultTally {
  add(rows: readonly FaultyRow[]): void;
  rejected(): number;
  /** The kinds of faults, the commonest first. */
  faults(): FaultCount[];
}

export function createFaultTally(): FaultTally {
  const counts = new Map<string, FaultCount>();
  let rejected = 0;
  const addFault = (fault: Fault, row: number) => {
    const key = `${fault.column} ${fault.what.en}`;
    const known = counts.get(key);
    if (known !== undefined) known.rows++;
    else if (counts.size < MAX_KINDS) counts.set(key, { fault, rows: 1, first: row });
  };
  return {
    add(rows) {
      rejected += rows.length;
      for (const { row, faults } of rows) for (const fault of faults) addFault(fault, row);
    },
    rejected: () => rejected,
    faults: () => [...counts.values()].sort((a, b) => b.rows - a.rows || a.first - b.first),
  };
}

/** All faults of a row in one line, in English: it is published in the table of rejects. */
export const reasonOf = ({ faults }: FaultyRow): string =>
  faults
    .map((fault) => wording.fault(fault).en)
    .join('; ')
    .toWellFormed();

/** Whether more than `percent` of the rows were refused. */
export const exceeds = ({ rejected, rows }: { rejected: number; rows: number }, percent: number): boolean =>
  rejected * 100 > rows * percent;
