/**
 * The weight of each kind of content feature in the similarity of two films, by the first letter of its codes: collection,
 * director, writer, actor, keyword, genre, company, country (n), language, word of the texts (t). Set by hand: who made a film
 * and what it is about weigh more than where it comes from.
 */
export const KIND_WEIGHTS = {
  c: 1,
  d: 0.5,
  w: 0.25,
  a: 0.3,
  k: 0.6,
  g: 0.45,
  m: 0.15,
  n: 0.1,
  l: 0.1,
  t: 0.5,
} as const;
export type FeatureKind = keyof typeof KIND_WEIGHTS;

/** The letters in a fixed order: a kind's index. */
export const LETTERS = Object.keys(KIND_WEIGHTS) as FeatureKind[];
export const WEIGHTS = Float64Array.from(LETTERS, (letter) => KIND_WEIGHTS[letter]);

/** The weight of closeness in time: full for films of the same year, 1/e of it ERA_YEARS apart. */
export const ERA_WEIGHT = 0.3;
export const ERA_YEARS = 10;

/** The sum of the weights: the score of a film with itself. */
export const TWIN = WEIGHTS.reduce((sum, weight) => sum + weight, ERA_WEIGHT);

/** The distance to a film whose year is unknown. */
const UNKNOWN_YEARS = 20;

/** Years between two films; 0 stands for an unknown year. */
export const yearsBetween = (a: number, b: number): number =>
  a === 0 || b === 0 ? UNKNOWN_YEARS : Math.abs(a - b);
