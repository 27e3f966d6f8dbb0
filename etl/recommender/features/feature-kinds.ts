/**
 * The weight of each kind of content feature in the likeness of two films (model/likeness.ts), by the first letter of its codes:
 * collection, director, writer who did not direct, actor, keyword, genre, company, country (n), language, word of the texts (t).
 * Chosen by coordinate ascent on the lists and pairs that may be used for tuning (docs/recommender.md), then rounded.
 */
export const KIND_WEIGHTS = {
  c: 0.4,
  d: 0.35,
  w: 0.2,
  a: 0.35,
  k: 0.75,
  g: 0.2,
  m: 0.15,
  n: 0.05,
  l: 0.04,
  t: 1.5,
} as const;
export type FeatureKind = keyof typeof KIND_WEIGHTS;

/** The letters in a fixed order: a kind's index. */
export const LETTERS = Object.keys(KIND_WEIGHTS) as FeatureKind[];
export const WEIGHTS = Float64Array.from(LETTERS, (letter) => KIND_WEIGHTS[letter]);

/** The kinds that are people: they count less if the genres differ. */
export const IS_PERSON = LETTERS.map((letter) => letter === 'd' || letter === 'w' || letter === 'a');
export const GENRE = LETTERS.indexOf('g');
