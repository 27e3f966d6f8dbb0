import type { FilmRow } from '../features/films.ts';
import { type Pairs, WITH_RATINGS } from '../features/pair-features.ts';
import { resemblance } from '../features/similarity.ts';
import { type Scored, top } from '../top.ts';
import { findCandidates } from './candidates.ts';
import { SETTINGS } from './settings.ts';
import { createPredictor, type Forest } from './trees/forest.ts';

/** What was learnt: `cold` from content (and what people say of the other film alone), `warm` from the pair's audience too. */
export interface Forests {
  cold: Forest;
  warm?: Forest | undefined;
}

/** With this many ratings a film is judged half by its audience and half by content. */
const HALF_WARM = 5;

/** From this share on its audience alone judges: content would change little and cost as much time again. */
const ALL_WARM = 0.9;

/**
 * The trees learn from films that many rated. Of others they are trusted by votes: not at all with so few, by half with
 * so many more.
 */
const OBSCURE = 20;
const HALF_KNOWN = 320;

const AUDIENCE = WITH_RATINGS.indexOf('kernel of likes');

/** How many films are ranked for one: more than are kept, so that the rules have something to choose from. */
const RANKED = 80;

const warmth = (ratings: number): number => {
  const share = ratings / (ratings + HALF_WARM);
  return share >= ALL_WARM ? 1 : share;
};

export interface Model {
  /**
   * The best films for one film, best first, before the rules of lists.ts; the next film of its collection is last unless
   * it ranks higher. `cold` ignores the ratings of `film`.
   */
  rank(film: number, options?: { cold?: boolean }): Scored[];
  /** How alike two films are, 0 to 1, the same in both directions: what they are made of, and who saw both. */
  similarity(a: number, b: number): number;
}

/** The model: boosted trees over what is known of a pair of films, blended by how much is known of the first. */
export function createModel(pairs: Pairs, forests: Forests, likeness = SETTINGS.likeness): Model {
  const { films, liked, esteems } = pairs;
  const indexes = new Map(films.map(({ id }, index) => [id, index]));
  const cold = createPredictor(forests.cold);
  const warm = forests.warm === undefined ? undefined : createPredictor(forests.warm);
  const trust = (film: FilmRow | undefined) => {
    const votes = Math.max(0, (film?.vote_count ?? 0) - OBSCURE);
    return votes / (votes + HALF_KNOWN);
  };
  const withSequel = (film: number, ranked: Scored[], score: (other: number) => number) => {
    const sequel = indexes.get(films[film]?.sequel ?? 0);
    if (sequel === undefined || ranked.some((pick) => pick.film === sequel)) return ranked;
    return [...ranked, { film: sequel, score: score(sequel) }];
  };
  const learnt = (share: number, row: Float64Array) => {
    const fromContent = share < 1 ? cold(row) : 0;
    return share > 0 && warm !== undefined ? share * warm(row) + (1 - share) * fromContent : fromContent;
  };
  return {
    rank(film, { cold: blind = false } = {}) {
      const audience = pairs.focus(film);
      const share = blind || warm === undefined ? 0 : warmth(liked?.rated[film] ?? 0);
      const heat = share > 0 ? 'warm' : 'cold';
      const known = share + (1 - share) * trust(films[film]);
      const adult = films[film]?.adult === true;
      const score = (other: number) => {
        if (!adult && films[other]?.adult === true) return 0;
        const row = pairs.describe(other, heat);
        const resembles = resemblance(row, heat === 'warm' ? (row[AUDIENCE] ?? 0) : 0);
        const foretold = known > 0 ? known * Math.max(0, learnt(share, row)) : 0;
        return likeness * resembles * (esteems[other] as number) + foretold;
      };
      const candidates =
        known > 0
          ? findCandidates(pairs, film, blind ? [] : audience)
          : pairs.near(film, RANKED).map((near) => near.film);
      return withSequel(film, top(candidates, score, RANKED), score);
    },
    similarity(a, b) {
      const [low, high] = a < b ? [a, b] : [b, a];
      pairs.focus(low);
      const row = pairs.describe(high, 'warm');
      return resemblance(row, row[AUDIENCE] ?? 0);
    },
  };
}
