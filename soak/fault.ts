import type { Catalogue } from '../src/catalogue/catalogue.ts';
import type { Store } from '../src/store/store.ts';

/** The parts that a fault can use. */
export interface SoakContext {
  /** The folder of published versions. */
  readonly parquet: string;
  /** The live version and a store, for faults that leave them intact. */
  readonly catalogue: Catalogue;
  readonly store: Store;
  /** A folder for temporary files. */
  readonly folder: string;
  /** How long people wait for an answer: 3 s on Discord, longer in tests on a busy machine. */
  readonly deadlineMs: number;
  /** From 0 to below 1. The same seed injects the same faults. */
  readonly random: () => number;
}

export interface Outcome {
  injected: number;
  calls: number;
  /** Calls that were answered with an error message. */
  refused: number;
  /** Calls that failed otherwise: a body that Discord rejects, an uncaught error. */
  failed: number;
  /** Calls without any answer, and acknowledged writes that are missing afterwards. */
  lost: number;
  /** The recovery time of each injection, in milliseconds. */
  recoveries: number[];
  /** One line each; a fault with a problem does not pass. */
  problems: string[];
  /** Other figures, one line each. */
  notes: string[];
  /** The figure for the summary, if it is not the recovery time. */
  figure?: string;
}

export const emptyOutcome = (): Outcome => ({
  injected: 0,
  calls: 0,
  refused: 0,
  failed: 0,
  lost: 0,
  recoveries: [],
  problems: [],
  notes: [],
});

/** A setting in which a fault can be injected. */
export interface FaultSession {
  /** Injects the fault `times` times and waits for the recovery each time. */
  inject(times: number): Promise<Outcome>;
  /** Closes everything. Returns what only shows at the end. */
  close(): Promise<Partial<Pick<Outcome, 'problems' | 'notes' | 'figure'>>>;
}

export interface Fault {
  readonly name: string;
  /** Injections in a full run, and in `npm test` (0: none). */
  readonly fullCount: number;
  readonly testCount: number;
  /** Injections between two writes of the progress file. The default is 1. */
  readonly batchSize?: number;
  /** Answers that may be lost at each injection. The default is 0; a Discord that rejects every answer loses some. */
  readonly allowedLosses?: number;
  /** The reason why the fault cannot be injected on this machine. */
  unavailable?(): Promise<string | undefined>;
  open(context: SoakContext): Promise<FaultSession>;
}

/** The sum of two outcomes. Keeps at most 20 problems. */
export function addOutcomes(one: Outcome, other: Outcome): Outcome {
  const figure = other.figure ?? one.figure;
  return {
    injected: one.injected + other.injected,
    calls: one.calls + other.calls,
    refused: one.refused + other.refused,
    failed: one.failed + other.failed,
    lost: one.lost + other.lost,
    recoveries: [...one.recoveries, ...other.recoveries],
    problems: [...one.problems, ...other.problems].slice(0, 20),
    notes: [...one.notes, ...other.notes],
    ...(figure !== undefined && { figure }),
  };
}

/** Runs one injection after the other and adds up their outcomes. */
export async function repeat(times: number, injectOnce: () => Promise<Outcome>): Promise<Outcome> {
  let total = emptyOutcome();
  for (let time = 0; time < times; time++) total = addOutcomes(total, await injectOnce());
  return total;
}

/** Why a fault does not pass, one line each. */
export function failuresOf({ name, allowedLosses = 0 }: Fault, outcome: Outcome): string[] {
  const { injected, lost, failed, problems } = outcome;
  return [
    ...(lost > injected * allowedLosses ? [`${name}: ${lost} answers lost`] : []),
    ...(failed > 0 ? [`${name}: ${failed} calls failed`] : []),
    ...problems.map((problem) => `${name}: ${problem}`),
  ];
}
