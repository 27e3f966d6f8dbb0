import type { BoostOptions } from './trees/boost.ts';

/** The hyperparameters. `npm run evaluate -- --choose` compares values by cross-validation within the training people. */
export interface Settings {
  /** The share of the co-like measure in the trees' target; the rest is lift. */
  coLikeShare: number;
  /** How often the people are split into halves, and the most films to learn from each time. */
  draws: number;
  queries: number;
  warm: BoostOptions;
  cold: BoostOptions;
  /** The weight of labelledSimilarity times esteem in every score. */
  similarityWeight: number;
}

export const SETTINGS: Settings = {
  coLikeShare: 0.25,
  draws: 2,
  queries: 250,
  warm: { trees: 90, leaves: 15, rate: 0.1, minRows: 100, seed: 1 },
  cold: { trees: 100, leaves: 15, rate: 0.09, minRows: 100, seed: 2 },
  similarityWeight: 1.2,
};
