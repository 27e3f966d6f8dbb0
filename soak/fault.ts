import type { Catalogue } from '../src/catalogue/catalogue.ts';
import type { Store } from '../src/store/store.ts';

/** What a fault is injected into: the published data, a folder to make a mess in, and randomness. */
export interface Ground {
  /** The folder of published versions. */
  readonly parquet: string;
  /** The live one, for faults that do it no harm. */
  readonly catalogue: Catalogue;
  /** A store, for faults that do it no harm. */
  readonly store: Store;
  readonly scratch: string;
  /** How long people wait for an answer: 3 s on Discord, longer where the machine is busy with other tests. */
  readonly deadlineMs: number;
  /** From 0 to below 1; the same seed gives the same faults. */
  readonly random: () => number;
}

/** What came of it. */
export interface Outcome {
  injected: number;
  calls: number;
  /** Calls that were told, in a friendly way, that it cannot be done now. */
  told: number;
  /** Calls that failed in any other way: a body that Discord refuses, an error that nobody caught. */
  unfriendly: number;
  /** Calls without any answer, and what was acknowledged and is gone. */
  lost: number;
  /** Until all was well again, of each injection, in milliseconds. */
  recoveries: number[];
  /** What should not be, a line each. */
  problems: string[];
  /** Other figures, a line each. */
  notes: string[];
  /** The figure that counts, where it is not how soon all was well again. */
  figure?: string;
}

export const nothingYet = (): Outcome => ({
  injected: 0,
  calls: 0,
  told: 0,
  unfriendly: 0,
  lost: 0,
  recoveries: [],
  problems: [],
  notes: [],
});

/** A stage that is set for a fault. */
export interface Scene {
  /** Injects the fault as often as is said, and sees that all is well again. */
  inject(times: number): Promise<Outcome>;
  /** Closes everything; gives what was found only then. */
  close(): Promise<Partial<Pick<Outcome, 'problems' | 'notes' | 'figure'>>>;
}

export interface Fault {
  readonly name: string;
  /** How often in a full run, and how often in `npm test`. */
  readonly full: number;
  readonly slice: number;
  /** Injections at a time: 1. */
  readonly step?: number;
  /** Answers that may be lost of each injection: 0. Where Discord itself refuses every answer, some must be. */
  readonly mayLose?: number;
  /** Why it cannot be injected here. */
  unavailable?(): Promise<string | undefined>;
  open(ground: Ground): Promise<Scene>;
}

/** Two outcomes as one. */
export function sum(one: Outcome, other: Outcome): Outcome {
  const figure = other.figure ?? one.figure;
  return {
    injected: one.injected + other.injected,
    calls: one.calls + other.calls,
    told: one.told + other.told,
    unfriendly: one.unfriendly + other.unfriendly,
    lost: one.lost + other.lost,
    recoveries: [...one.recoveries, ...other.recoveries],
    problems: [...one.problems, ...other.problems].slice(0, 20),
    notes: [...one.notes, ...other.notes],
    ...(figure !== undefined && { figure }),
  };
}

/** Does one injection after the other. */
export async function repeat(times: number, once: () => Promise<Outcome>): Promise<Outcome> {
  let all = nothingYet();
  for (let time = 0; time < times; time++) all = sum(all, await once());
  return all;
}
