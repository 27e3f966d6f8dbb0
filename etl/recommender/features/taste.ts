import { createCoRatings } from './co-ratings.ts';
import { countRatings, type People } from './people.ts';

/** With this share of all people as additional likes of each film, the cosine of films that few people like is small. */
const PRIOR = 0.015;

/** If the audience rated more films than this, films that only one person rated with the first are left out. */
const LARGE_AUDIENCE = 1000;

/** Counts and cosines of likes: one film in focus against the others. */
export interface Taste {
  /** The number of people who like each film. */
  likes: Int32Array;
  /** Selects a film. Returns the films that people rated who rated it. */
  focus(film: number): readonly number[];
  /** The number of people who like both the film in focus and another. */
  bothLike(other: number): number;
  /** The shrunk cosine of the likes of the film in focus and another, 0 to 1. */
  cosine(other: number): number;
}

export function createTaste(people: People): Taste {
  const likes = countRatings(people);
  const coRatings = createCoRatings(people);
  const prior = PRIOR * people.count;
  let first = 0;
  let shared = coRatings(first);
  const bothLike = (other: number) => shared.likes[other] as number;
  return {
    likes,
    focus(film) {
      first = film;
      shared = coRatings(film);
      const { touched, rated } = shared;
      return touched.length > LARGE_AUDIENCE
        ? touched.filter((other) => (rated[other] as number) > 1)
        : touched;
    },
    bothLike,
    cosine: (other) =>
      bothLike(other) / Math.sqrt(((likes[first] as number) + prior) * ((likes[other] as number) + prior)),
  };
}
