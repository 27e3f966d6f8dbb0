import { parseArgs } from 'node:util';
import { Problem } from '../../problem.ts';
import { wording } from '../../report.ts';

export interface EvaluateOptions {
  from: string | undefined;
  /** How often the people are split into halves. */
  halves: number;
  /** Compares settings within the training people instead of scoring the methods. */
  choose: boolean;
  /** A ratings file whose people to test on, and its links. */
  ratings: string | undefined;
  links: string | undefined;
  /** Pairs of films that people labelled. */
  pairs: string | undefined;
  /** Lists of expected recommendations. */
  gold: string | undefined;
}

/** The default number of splits. */
const HALVES = 4;

/** Reads the command line of the evaluation. Throws a Problem with the usage if it is invalid. */
export function readOptions(args: readonly string[]): EvaluateOptions {
  const { halves: times, choose = false, from, ratings, links, pairs, gold } = parse(args);
  const halves = Number(times ?? HALVES);
  if (!Number.isInteger(halves) || halves < 1) throw new Problem(wording.badHalves(times ?? ''));
  return { from, halves, choose, ratings, links, pairs, gold };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: text,
        halves: text,
        choose: { type: 'boolean' },
        ratings: text,
        links: text,
        pairs: text,
        gold: text,
      },
    }).values;
  } catch (error) {
    throw new Problem(wording.badEvaluateOption(error instanceof Error ? error.message : String(error)));
  }
}
