import type { FilmRow } from '../features/films.ts';
import { type Pairs, WITH_RATINGS } from '../features/pair-features.ts';
import { labelledSimilarity } from '../features/similarity.ts';
import { type Scored, top } from '../top.ts';
import { findCandidates } from './candidates.ts';
import { SETTINGS } from './settings.ts';
import { createPredictor, type Forest } from './trees/forest.ts';

/** The learnt trees: `cold` without the first film's ratings, `warm` with them. */
export interface Forests {
  cold: Forest;
  warm?: Forest | undefined;
}

/** With this many ratings, a film's score is half from the warm trees and half from the cold ones. */
const HALF_WARM = 5;

/** From this share on only the warm trees are used: the cold ones would change little and double the time. */
const ALL_WARM = 0.9;

/**
 * The trees learn from films with many ratings. For other films their weight grows with the votes: 0 up to OBSCURE votes, half
 * at HALF_KNOWN more.
 */
const OBSCURE = 20;
const HALF_KNOWN = 320;

const AUDIENCE = WITH_RATINGS.indexOf('kernel of likes');

/** The number of ranked films: more than are kept, because the list rules drop some. */
const RANKED = 80;

const warmth = (ratings: number): number => {
  const share = ratings / (ratings + HALF_WARM);
  return share >= ALL_WARM ? 1 : share;
};

export interface Model {
  /**
   * The best films for one film, best first, before the rules of list-rules.ts. The sequel is appended if it is not among
   * them. `cold` ignores the ratings of `film`.
   */
  rank(film: number, options?: { cold?: boolean }): Scored[];
  /** The similarity of two films by content and audience, 0 to 1; symmetric. */
  similarity(a: number, b: number): number;
}

/** The model: boosted trees over the features of a pair, blended by how much is known of the first film. */
export function createModel(
  pairs: Pairs,
  forests: Forests,
  similarityWeight = SETTINGS.similarityWeight,
): Model {
  const { films, ratings, esteems } = pairs;
  const indexes = new Map(films.map(({ id }, index) => [id, index]));
  const predictCold = createPredictor(forests.cold);
  const predictWarm = forests.warm === undefined ? undefined : createPredictor(forests.warm);
  const trust = (film: FilmRow | undefined) => {
    const votes = Math.max(0, (film?.vote_count ?? 0) - OBSCURE);
    return votes / (votes + HALF_KNOWN);
  };
  const withSequel = (film: number, ranked: Scored[], score: (other: number) => number) => {
    const sequel = indexes.get(films[film]?.sequel ?? 0);
    if (sequel === undefined || ranked.some((pick) => pick.film === sequel)) return ranked;
    return [...ranked, { film: sequel, score: score(sequel) }];
  };
  const predict = (share: number, row: Float64Array) => {
    const fromContent = share < 1 ? predictCold(row) : 0;
    return share > 0 && predictWarm !== undefined
      ? share * predictWarm(row) + (1 - share) * fromContent
      : fromContent;
  };
  return {
    rank(film, { cold = false } = {}) {
      const audience = pairs.focus(film);
      const share = cold || predictWarm === undefined ? 0 : warmth(ratings?.rated[film] ?? 0);
      const kind = share > 0 ? 'warm' : 'cold';
      const known = share + (1 - share) * trust(films[film]);
      const adult = films[film]?.adult === true;
      const score = (other: number) => {
        if (!adult && films[other]?.adult === true) return 0;
        const row = pairs.describe(other, kind);
        const similarity = labelledSimilarity(row, kind === 'warm' ? (row[AUDIENCE] ?? 0) : 0);
        const predicted = known > 0 ? known * Math.max(0, predict(share, row)) : 0;
        return similarityWeight * similarity * (esteems[other] as number) + predicted;
      };
      const candidates =
        known > 0
          ? findCandidates(pairs, film, cold ? [] : audience)
          : pairs.near(film, RANKED).map((near) => near.film);
      return withSequel(film, top(candidates, score, RANKED), score);
    },
    similarity(a, b) {
      const [low, high] = a < b ? [a, b] : [b, a];
      pairs.focus(low);
      const row = pairs.describe(high, 'warm');
      return labelledSimilarity(row, row[AUDIENCE] ?? 0);
    },
  };
}
