import { learn } from '../learn.ts';
import { serve } from '../lists.ts';
import { createModel } from '../model.ts';
import { createPairs, withPeople } from '../pair-rows.ts';
import type { People } from '../people.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import { cutPeople } from './halves.ts';
import { type Measured, makeQuestions, mean, measure } from './measure.ts';
import type { World } from './world.ts';

const { warm } = SETTINGS;

/** The settings that are compared: those in use, and each of a few changes to them. */
export const CHOICES: Readonly<Record<string, Partial<Settings>>> = {
  'as they are': {},
  'aim at lift alone': { coLikeShare: 0 },
  'aim at both alike': { coLikeShare: 0.5 },
  'smaller trees': { warm: { ...warm, leaves: 8 } },
  'larger trees': { warm: { ...warm, leaves: 31 } },
  'twice the trees, half the rate': { warm: { ...warm, trees: 2 * warm.trees, rate: warm.rate / 2 } },
  'larger leaves': { warm: { ...warm, least: 3 * warm.least } },
  'half the likeness': { likeness: SETTINGS.likeness / 2 },
  'twice the likeness': { likeness: 2 * SETTINGS.likeness },
};

/** Likes that a film needs to be asked about: with a quarter of the people fewer than in the evaluation. */
const ENOUGH = 12;

/** The score of the served lists under some settings, by cross-validation in two parts inside the training people. */
export function compare({ films, content }: World, train: People, changes: Partial<Settings>): Measured {
  const settings = { ...SETTINGS, ...changes };
  const base = createPairs(content, films);
  const cut = cutPeople(train, 0);
  const folds = [
    [cut.train, cut.test],
    [cut.test, cut.train],
  ] as const;
  const scores = folds.map(([seen, asked]) => {
    const forests = {
      warm: learn('warm', base, seen, { settings }),
      cold: learn('cold', base, seen, { settings }),
    };
    const model = createModel(withPeople(base, seen), forests, settings.likeness);
    return measure(makeQuestions(asked, ENOUGH), (film) =>
      serve(film, model.rank(film), films).map((pick) => pick.film),
    );
  });
  return {
    coLike: mean(scores.map(({ coLike }) => coLike)),
    lift: mean(scores.map(({ lift }) => lift)),
    films: mean(scores.map((score) => score.films)),
  };
}
