/**
 * The kinds of content, by the letter that begins their codes, and how much each speaks for two films being alike. Set
 * by hand, for people's judgement: who made a film and what it is about count for more than where it comes from.
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

/** The letters in a fixed order: a kind goes by its place in it. */
export const LETTERS = Object.keys(KIND_WEIGHTS) as FeatureKind[];
export const WEIGHTS = Float64Array.from(LETTERS, (letter) => KIND_WEIGHTS[letter]);

/** What closeness in time adds: this much for films of one year, a third of it ten years apart. */
export const ERA_WEIGHT = 0.3;
export const ERA_YEARS = 10;

/** The sum of the weights: what a film would share with a twin. */
export const TWIN = WEIGHTS.reduce((sum, weight) => sum + weight, ERA_WEIGHT);

/** What is unknown of one film's year counts as this far from another's. */
const UNKNOWN_YEARS = 20;

/** Years between two films; 0 stands for an unknown year. */
export const yearsBetween = (a: number, b: number): number =>
  a === 0 || b === 0 ? UNKNOWN_YEARS : Math.abs(a - b);
