import type { BoostOptions } from './trees/boost.ts';

/** What learning can be told; `npm run evaluate -- --choose` compares values inside the training people. */
export interface Settings {
  /** How much of what the trees aim at is the co-like measure; the rest is lift. */
  coLikeShare: number;
  /** How often the people are cut into halves, and how many films are learnt from each time at most. */
  draws: number;
  queries: number;
  warm: BoostOptions;
  cold: BoostOptions;
  /** The weight, in every score, of how alike people call two films, times the esteem of the second. */
  likeness: number;
}

export const SETTINGS: Settings = {
  coLikeShare: 0.25,
  draws: 2,
  queries: 250,
  warm: { trees: 90, leaves: 15, rate: 0.1, least: 100, seed: 1 },
  cold: { trees: 100, leaves: 15, rate: 0.09, least: 100, seed: 2 },
  likeness: 1.2,
};
