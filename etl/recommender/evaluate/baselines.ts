import { createCoRatings } from '../features/co-ratings.ts';
import type { FilmRow } from '../features/films.ts';
import { countRatings, type People } from '../features/people.ts';
import { top } from '../top.ts';
import { memoise } from './memoise.ts';

/** Returns the films recommended for one film, best first. */
export type Method = (film: number) => readonly number[];

const SIZE = 10;
const filmsOf = (scored: readonly { film: number }[]) => scored.map(({ film }) => film);

/** The most liked films, the same for every film: they predict better than votes, weighted ratings or mean stars. */
export function mostPopular(people: People): { likes: Int32Array; recommend: Method } {
  const likes = countRatings(people);
  const best = filmsOf(top(likes.keys(), (film) => likes[film] ?? 0, SIZE));
  return { likes, recommend: (film) => best.filter((other) => other !== film) };
}

/**
 * The cosine of the star columns of one film and each film with a common rater. Plain stars predict better than stars minus 3 or
 * minus the person's mean, so the baseline uses them.
 */
export function starCosines(
  people: People,
): (film: number) => { films: number[]; cosine: (other: number) => number } {
  const coRatings = createCoRatings(people);
  const squares = new Float64Array(people.films);
  people.rated.forEach((film, at) => {
    squares[film] = (squares[film] ?? 0) + (people.stars[at] ?? 0) ** 2;
  });
  return (film) => {
    const { stars, touched } = coRatings(film);
    const square = squares[film] ?? 0;
    return {
      films: touched,
      cosine: (other) => (stars[other] ?? 0) / Math.sqrt(square * (squares[other] ?? 0) || 1),
    };
  };
}

/** Item-to-item: the films with the highest cosine of stars. */
export function itemToItem(cosines: ReturnType<typeof starCosines>): Method {
  return (film) => {
    const { films, cosine } = cosines(film);
    return filmsOf(top(films, cosine, SIZE));
  };
}

/** Squared distances from one film over standardised popularity, mean vote, votes and genres. */
export function distances(
  films: readonly FilmRow[],
  genres: readonly (readonly number[])[],
): (film: number) => (other: number) => number {
  const numbers = [
    films.map((film) => film.popularity),
    films.map((film) => film.vote_average),
    films.map((film) => film.vote_count),
  ].map(standardise);
  const [popularity, mean, votes] = numbers as [Float64Array, Float64Array, Float64Array];
  const { kinds, apart } = genreDistances(genres);
  return (film) => {
    const [a = 0, b = 0, c = 0] = numbers.map((column) => column[film]);
    const genreDistance = apart(kinds[film] ?? 0);
    return (other) =>
      ((popularity[other] ?? 0) - a) ** 2 +
      ((mean[other] ?? 0) - b) ** 2 +
      ((votes[other] ?? 0) - c) ** 2 +
      (genreDistance[kinds[other] ?? 0] ?? 0);
  };
}

/** The five nearest neighbours of `count` films by those distances. */
export function nearestNeighbours(from: ReturnType<typeof distances>, count: number): Method {
  const films = Array.from({ length: count }, (_, film) => film);
  return (film) => {
    const distance = from(film);
    const score = (other: number) => (other === film ? 0 : 1 / (1e-9 + distance(other)));
    return filmsOf(top(films, score, 5));
  };
}

/**
 * `kinds` numbers the distinct sets of genres; `apart` returns the squared distances of one kind to every kind, over
 * standardised genres.
 */
function genreDistances(genres: readonly (readonly number[])[]) {
  const ids = [...new Set(genres.flat())].sort((a, b) => a - b);
  // A standardised column of zeros and ones: two films that differ are 1 / spread apart.
  const apartBy = new Map(
    ids.map((id) => {
      const share = genres.filter((own) => own.includes(id)).length / genres.length;
      return [id, 1 / (share * (1 - share) || 1)];
    }),
  );
  const keys = genres.map((own) => [...own].sort((a, b) => a - b).join(' '));
  const sets = [...new Set(keys)];
  const kindOf = new Map(sets.map((key, kind) => [key, kind]));
  const members = sets.map((key) => new Set(key.split(' ').filter(Boolean).map(Number)));
  const apart = (kind: number) =>
    Float64Array.from(members, (other) => {
      const own = members[kind] as Set<number>;
      const differing = ids.filter((id) => own.has(id) !== other.has(id));
      return differing.reduce((sum, id) => sum + (apartBy.get(id) ?? 0), 0);
    });
  return { kinds: Int32Array.from(keys, (key) => kindOf.get(key) ?? 0), apart: memoise(apart) };
}

function standardise(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  return Float64Array.from(values, (value) => (value - mean) / spread);
}
