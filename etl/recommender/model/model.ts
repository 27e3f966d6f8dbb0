import type { Content } from '../features/content.ts';
import type { FilmRow } from '../features/films.ts';
import type { People } from '../features/people.ts';
import { createTaste, type Taste } from '../features/taste.ts';
import { type Scored, top } from '../top.ts';
import { createCandidates } from './candidates.ts';
import { esteem } from './esteem.ts';
import { createLikeness } from './likeness.ts';

/** The number of ranked films: more than are kept, because the list rules drop some. */
const RANKED = 120;

export interface Model {
  /** The likes of all people; `rank` leaves its film in focus. Undefined without people. */
  taste: Taste | undefined;
  /**
   * The best films for one film, best first, before the rules of list-rules.ts. The sequel is appended if it is not among
   * them. `cold` ignores the ratings of `film`.
   */
  rank(film: number, options?: { cold?: boolean }): Scored[];
  /** The score of `b` in the list of `a`, above 0 and up to 1: likeness times the esteem of `b`. */
  score(a: number, b: number): number;
}

/** The model: likeness by content and by what the same people like, times esteem. Nothing is trained. */
export function createModel(content: Content, films: readonly FilmRow[], people?: People): Model {
  const taste = people === undefined || people.count === 0 ? undefined : createTaste(people);
  const esteems = Float64Array.from(films, esteem);
  const likeness = createLikeness(content, films, taste);
  const findCandidates = createCandidates(content, esteems, taste);
  const indexes = new Map(films.map(({ id }, index) => [id, index]));
  const focus = (film: number) => {
    likeness.focus(film);
    return taste?.focus(film) ?? [];
  };
  return {
    taste,
    rank(film, { cold = false } = {}) {
      const audience = focus(film);
      const isAdult = films[film]?.adult === true;
      const score = (other: number) =>
        films[other]?.adult === true && !isAdult ? 0 : likeness.of(other, cold) * (esteems[other] as number);
      const ranked = top(findCandidates(film, cold ? [] : audience), score, RANKED);
      const sequel = indexes.get(films[film]?.sequel ?? 0);
      if (sequel === undefined || ranked.some((pick) => pick.film === sequel)) return ranked;
      return [...ranked, { film: sequel, score: score(sequel) }];
    },
    score(a, b) {
      focus(a);
      return likeness.of(b) * (esteems[b] as number);
    },
  };
}
