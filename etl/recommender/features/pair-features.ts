import { top } from '../top.ts';
import type { Content } from './content.ts';
import { CONTENT_FEATURES, createContentPairs } from './content-features.ts';
import type { FilmRow } from './films.ts';
import { createNearestByContent } from './nearest-by-content.ts';
import type { People } from './people.ts';
import { CROWD_FEATURES, createRatingPairs, RATING_FEATURES, type RatingPairs } from './rating-features.ts';
import { esteem } from './similarity.ts';

/** The columns of a row: content, then the ratings of the second film, then the ratings of the pair. */
export const CONTENT_ONLY = CONTENT_FEATURES;
export const WITH_CROWD = [...CONTENT_FEATURES, ...CROWD_FEATURES];
export const WITH_RATINGS = [...WITH_CROWD, ...RATING_FEATURES];

/** `warm` trees use the first film's own ratings, `cold` trees do not. */
export type TreeKind = 'cold' | 'warm';

const CROWD_AT = CONTENT_FEATURES.length;
const RATINGS_AT = WITH_CROWD.length;

/** The number of well-known films, which are candidates for every film. */
const WELL_KNOWN = 60;

/** The features of pairs of films. */
export interface Pairs {
  films: readonly FilmRow[];
  content: ReturnType<typeof createContentPairs>;
  /** The esteem (similarity.ts) of each film, by index. */
  esteems: Float64Array;
  /** The films with the highest content similarity times esteem; the film must be in focus. */
  near: ReturnType<typeof createNearestByContent>;
  ratings: RatingPairs | undefined;
  /** The films with the most likes, or with the most votes if there are no ratings. */
  wellKnown: number[];
  /** Selects the first film of the pairs. Returns the films that share an audience with it. */
  focus(film: number): readonly number[];
  /** The row of the pair of the film in focus and another, WITH_CROWD if cold, WITH_RATINGS if warm; the next call overwrites it. */
  describe(other: number, kind: TreeKind): Float64Array;
}

export function createPairs(content: Content, films: readonly FilmRow[], people?: People): Pairs {
  const pairs = createContentPairs(content, films);
  const esteems = Float64Array.from(films, esteem);
  const base = {
    films,
    content: pairs,
    esteems,
    near: createNearestByContent(content, { films, esteems }, pairs),
  };
  return join(base, people === undefined ? undefined : createRatingPairs(people));
}

/** The same films with other people's ratings; the content features are shared. */
export function withPeople(pairs: Pairs, people: People): Pairs {
  return join(pairs, createRatingPairs(people));
}

function join(
  { films, content, esteems, near }: Pick<Pairs, 'films' | 'content' | 'esteems' | 'near'>,
  ratings: RatingPairs | undefined,
): Pairs {
  const row = new Float64Array(WITH_RATINGS.length);
  const fame = (film: number) => ratings?.likes[film] ?? films[film]?.vote_count ?? 0;
  return {
    films,
    content,
    esteems,
    near,
    ratings,
    wellKnown: top(films.keys(), fame, WELL_KNOWN).map(({ film }) => film),
    focus(film) {
      content.focus(film);
      return ratings?.focus(film) ?? [];
    },
    describe(other, kind) {
      content.fill(other, row, 0);
      ratings?.crowd(other, row, CROWD_AT);
      if (kind === 'warm') ratings?.fill(other, row, RATINGS_AT);
      return row;
    },
  };
}
