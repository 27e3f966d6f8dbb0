import { parseArgs } from 'node:util';

export interface EvaluateOptions {
  from: string | undefined;
  /** How often the people are cut into halves. */
  halves: number;
  /** Another file's people to test against, and its links. */
  ratings: string | undefined;
  links: string | undefined;
  /** Pairs of films that people labelled. */
  pairs: string | undefined;
}

export const usage =
  'usage: npm run evaluate -- [--from DIR] [--halves N] [--ratings FILE --links FILE] [--pairs FILE.tsv]';

/** Reads the command line of the evaluation. Throws an Error with the usage where it makes no sense. */
export function readOptions(args: readonly string[]): EvaluateOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { from: text, halves: text, ratings: text, links: text, pairs: text },
  });
  const halves = Number(values.halves ?? 3);
  if (!Number.isInteger(halves) || halves < 1) throw new Error(usage);
  return { from: values.from, halves, ratings: values.ratings, links: values.links, pairs: values.pairs };
}
