import { top } from '../top.ts';
import type { Content } from './content.ts';
import { CONTENT_FEATURES, createContentPairs } from './content-features.ts';
import type { FilmRow } from './films.ts';
import { createNearestByContent } from './nearest-by-content.ts';
import type { People } from './people.ts';
import { CROWD_FEATURES, createRatingPairs, RATING_FEATURES, type RatingPairs } from './rating-features.ts';
import { esteem } from './similarity.ts';

/** Columns of a row: content first, then what people say of the other film alone, then what they say of the pair. */
export const CONTENT_ONLY = CONTENT_FEATURES;
export const WITH_CROWD = [...CONTENT_FEATURES, ...CROWD_FEATURES];
export const WITH_RATINGS = [...WITH_CROWD, ...RATING_FEATURES];

/** Whether a pair is seen through the first film's own ratings, `warm`, or looking away from them. */
export type TreeKind = 'cold' | 'warm';

const CROWD_AT = CONTENT_FEATURES.length;
const LIKED_AT = WITH_CROWD.length;

/** How many films count as known by everybody. */
const WELL_KNOWN = 60;

/** Everything that pairs of films are described by. */
export interface Pairs {
  films: readonly FilmRow[];
  content: ReturnType<typeof createContentPairs>;
  /** How far votes speak for each film, by its index. */
  esteems: Float64Array;
  /** The films most alike by content, weighed by esteem; the film must be in focus. */
  near: ReturnType<typeof createNearestByContent>;
  liked: RatingPairs | undefined;
  /** The films that most people like, or voted for where no ratings are known. */
  wellKnown: number[];
  /** Makes `film` the first of the pairs; gives the films that share an audience with it. */
  focus(film: number): readonly number[];
  /** The row of the pair of the film in focus and another, WITH_CROWD or WITH_LIKED; overwritten by the next call. */
  describe(other: number, heat: TreeKind): Float64Array;
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

/** The same films seen through other people's ratings; what they are made of is not built again. */
export function withPeople(pairs: Pairs, people: People): Pairs {
  return join(pairs, createRatingPairs(people));
}

function join(
  { films, content, esteems, near }: Pick<Pairs, 'films' | 'content' | 'esteems' | 'near'>,
  liked: RatingPairs | undefined,
): Pairs {
  const row = new Float64Array(WITH_RATINGS.length);
  const fame = (film: number) => liked?.likes[film] ?? films[film]?.vote_count ?? 0;
  return {
    films,
    content,
    esteems,
    near,
    liked,
    wellKnown: top(films.keys(), fame, WELL_KNOWN).map(({ film }) => film),
    focus(film) {
      content.focus(film);
      return liked?.focus(film) ?? [];
    },
    describe(other, heat) {
      content.fill(other, row, 0);
      liked?.crowd(other, row, CROWD_AT);
      if (heat === 'warm') liked?.fill(other, row, LIKED_AT);
      return row;
    },
  };
}
