import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Problem } from '../../problem.ts';
import { wording } from '../../wording.ts';

export interface EvaluateOptions {
  from: string | undefined;
  /** How often the people are split into halves. */
  halves: number;
  /** A ratings file whose people to test on instead of halves, and its links. */
  ratings: string | undefined;
  links: string | undefined;
  /** Files of pairs of films that people labelled. */
  pairs: readonly string[];
  /** Files of expected recommendations, besides those of the project. */
  gold: readonly string[];
  /** The panel to write instead of the report: number of films, seed of the draw, folder. */
  panel: { films: number; seed: number; to: string } | undefined;
  /** Files of scores of a panel to report on instead, and its key. */
  panelScores: readonly string[];
  panelKey: string | undefined;
}

/** The expected recommendations of the project. */
export const PROJECT_GOLD: readonly string[] = ['tuning', 'held-out'].map((name) =>
  fileURLToPath(new URL(`../../../test/etl/recommender/gold/${name}.csv`, import.meta.url)),
);

/** The default number of splits. */
const HALVES = 4;

/** Reads the command line of the evaluation. Throws a Problem with the usage if it is invalid. */
export function readOptions(args: readonly string[]): EvaluateOptions {
  const { from, ratings, links, pairs = [], gold = [], ...values } = parse(args);
  const { panel, 'panel-scores': panelScores = [], 'panel-key': panelKey } = values;
  const halves = readCount('halves', values.halves ?? String(HALVES));
  const seed = readCount('seed', values.seed ?? '1');
  return {
    from,
    halves,
    ratings,
    links,
    pairs,
    gold,
    panel: panel === undefined ? undefined : { films: readCount('panel', panel), seed, to: values.to ?? '.' },
    panelScores,
    panelKey,
  };
}

function readCount(name: string, value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new Problem(wording.badCount(name, value));
  return count;
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: text,
        halves: text,
        ratings: text,
        links: text,
        pairs: texts,
        gold: texts,
        panel: text,
        seed: text,
        to: text,
        'panel-scores': texts,
        'panel-key': text,
      },
    }).values;
  } catch (error) {
    throw new Problem(wording.badEvaluateOption(error instanceof Error ? error.message : String(error)));
  }
}
