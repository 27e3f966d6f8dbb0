import { createPairs, withPeople } from '../features/pair-features.ts';
import type { People } from '../features/people.ts';
import { learn } from '../model/learn.ts';
import { createModel } from '../model/model.ts';
import { SETTINGS, type Settings } from '../model/settings.ts';
import type { EvaluationData } from './data.ts';
import { cutPeople } from './halves.ts';
import { type Measured, makeQueries, mean, measure } from './measure.ts';
import { served, servedCold } from './methods.ts';

const { warm, similarityWeight } = SETTINGS;

/** The compared settings: those in use, and single changes to them. */
export const CHOICES: Readonly<Record<string, Partial<Settings>>> = {
  'in use': {},
  'target: lift only': { coLikeShare: 0 },
  'target: both equally': { coLikeShare: 0.5 },
  'smaller trees': { warm: { ...warm, leaves: 8 } },
  'larger trees': { warm: { ...warm, leaves: 31 } },
  'twice the trees, half the rate': { warm: { ...warm, trees: 2 * warm.trees, rate: warm.rate / 2 } },
  'larger leaves': { warm: { ...warm, minRows: 3 * warm.minRows } },
  'half the similarity weight': { similarityWeight: similarityWeight / 2 },
  'twice the similarity weight': { similarityWeight: 2 * similarityWeight },
};

/** The scores of the served lists, and of the lists made without the film's own ratings. */
export interface Compared {
  served: Measured;
  cold: Measured;
}

/** The fewest likes of a query film. Lower than in the evaluation, because only a quarter of the people test. */
const MIN_LIKES = 12;

/**
 * The scores of the served and of the cold-start lists under changed settings, by two-fold cross-validation within the training
 * people.
 */
export function compare(
  { films, content }: EvaluationData,
  train: People,
  changes: Partial<Settings>,
): Compared {
  const settings = { ...SETTINGS, ...changes };
  const base = createPairs(content, films);
  const cut = cutPeople(train, 0);
  const folds = [
    [cut.train, cut.test],
    [cut.test, cut.train],
  ] as const;
  const scores = folds.map(([trainPeople, testPeople]) => {
    const pairs = withPeople(base, trainPeople);
    const queries = makeQueries(testPeople, MIN_LIKES);
    const learnCold = (others: People) => learn('cold', base, others, { settings });
    const forests = { warm: learn('warm', base, trainPeople, { settings }), cold: learnCold(trainPeople) };
    const cold = (others: People) =>
      createModel(pairs, { cold: learnCold(others) }, settings.similarityWeight);
    return {
      served: measure(queries, served(createModel(pairs, forests, settings.similarityWeight), films)),
      cold: measure(queries, servedCold(trainPeople, films, cold)),
    };
  });
  return {
    served: meanOf(scores.map((score) => score.served)),
    cold: meanOf(scores.map((score) => score.cold)),
  };
}

const meanOf = (scores: readonly Measured[]): Measured => ({
  coLike: mean(scores.map(({ coLike }) => coLike)),
  lift: mean(scores.map(({ lift }) => lift)),
  films: mean(scores.map(({ films }) => films)),
});
