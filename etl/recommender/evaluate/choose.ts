import { createPairs, withPeople } from '../features/pair-features.ts';
import type { People } from '../features/people.ts';
import { learn } from '../model/learn.ts';
import { createModel } from '../model/model.ts';
import { SETTINGS, type Settings } from '../model/settings.ts';
import type { EvaluationData } from './data.ts';
import { cutPeople } from './halves.ts';
import { type Measured, makeQuestions, mean, measure } from './measure.ts';
import { served, servedCold } from './methods.ts';

const { warm, likeness } = SETTINGS;

/** The settings that are compared: those in use, and each of a few changes to them. */
export const CHOICES: Readonly<Record<string, Partial<Settings>>> = {
  'as they are': {},
  'aim at lift alone': { coLikeShare: 0 },
  'aim at both alike': { coLikeShare: 0.5 },
  'smaller trees': { warm: { ...warm, leaves: 8 } },
  'larger trees': { warm: { ...warm, leaves: 31 } },
  'twice the trees, half the rate': { warm: { ...warm, trees: 2 * warm.trees, rate: warm.rate / 2 } },
  'larger leaves': { warm: { ...warm, least: 3 * warm.least } },
  'half the likeness': { likeness: likeness / 2 },
  'twice the likeness': { likeness: 2 * likeness },
};

/** The score of the lists as they are served, and of those that do without the film's own ratings. */
export interface Compared {
  served: Measured;
  cold: Measured;
}

/** Likes that a film needs to be asked about: with a quarter of the people fewer than in the evaluation. */
const ENOUGH = 12;

/**
 * The score of the served lists under some settings, and of those of the cold start, by cross-validation in two parts
 * inside the training people.
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
  const scores = folds.map(([seen, asked]) => {
    const pairs = withPeople(base, seen);
    const questions = makeQuestions(asked, ENOUGH);
    const learnCold = (others: People) => learn('cold', base, others, { settings });
    const forests = { warm: learn('warm', base, seen, { settings }), cold: learnCold(seen) };
    const cold = (others: People) => createModel(pairs, { cold: learnCold(others) }, settings.likeness);
    return {
      served: measure(questions, served(createModel(pairs, forests, settings.likeness), films)),
      cold: measure(questions, servedCold(seen, films, cold)),
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
