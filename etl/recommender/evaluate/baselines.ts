import { createCoRatings } from '../features/co-ratings.ts';
import { solveEase } from '../features/ease.ts';
import type { FilmRow } from '../features/films.ts';
import { countRatings, LIKE, type People } from '../features/people.ts';
import { top } from '../top.ts';

/** Gives the films that a method recommends for one film, best first. */
export type Method = (film: number) => number[];

const SIZE = 10;
const filmsOf = (scored: readonly { film: number }[]) => scored.map(({ film }) => film);

/** The films with the most likes, for everyone: a better foreteller than votes, weighted rating or mean stars. */
export function mostPopular(people: People): Method {
  const likes = countRatings(people);
  const best = filmsOf(top(likes.keys(), (film) => likes[film] ?? 0, SIZE));
  return (film) => best.filter((other) => other !== film);
}

/**
 * The cosine of the films' columns of stars: for one film, of each film that someone who rated it rated too. Stars as
 * they are foretell better than stars less 3 or less a person's mean: a peer is to be held at its best.
 */
export function starCosines(
  people: People,
): (film: number) => { films: number[]; cosine: (other: number) => number } {
  const together = createCoRatings(people);
  const squares = new Float64Array(people.films);
  people.rated.forEach((film, at) => {
    squares[film] = (squares[film] ?? 0) + (people.stars[at] ?? 0) ** 2;
  });
  return (film) => {
    const { stars, touched } = together(film);
    const own = squares[film] ?? 0;
    return {
      films: touched,
      cosine: (other) => (stars[other] ?? 0) / Math.sqrt(own * (squares[other] ?? 0) || 1),
    };
  };
}

/** Plain item-to-item: the films of the highest cosine of stars. */
export function itemToItem(people: People): Method {
  const cosines = starCosines(people);
  return (film) => {
    const { films, cosine } = cosines(film);
    return filmsOf(top(films, cosine, SIZE));
  };
}

/** EASE alone, on likes; lambda as Steck's paper has it for sparse data. */
export function easeMethod(people: People, lambda = 100): Method {
  const { films, columns, row, diagonal } = solveEase(people, LIKE, lambda);
  const values = new Float64Array(films.length);
  return (film) => {
    const column = columns[film] ?? -1;
    if (column < 0) return [];
    row(column, values);
    const score = (other: number) =>
      other === column ? 0 : (values[other] ?? 0) / (1 - (diagonal[other] ?? 0));
    return top(films.keys(), score, SIZE).map((one) => films[one.film] ?? 0);
  };
}

/** Squared distances from one film over popularity, mean vote, votes and genres, standardised. */
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
    const far = apart(kinds[film] ?? 0);
    return (other) =>
      ((popularity[other] ?? 0) - a) ** 2 +
      ((mean[other] ?? 0) - b) ** 2 +
      ((votes[other] ?? 0) - c) ** 2 +
      (far[kinds[other] ?? 0] ?? 0);
  };
}

/** Nearest neighbours by those distances; k = 6 finds the film and five others. */
export function nearestNeighbours(films: readonly FilmRow[], genres: readonly (readonly number[])[]): Method {
  const from = distances(films, genres);
  return (film) => {
    const distance = from(film);
    const score = (other: number) => (other === film ? 0 : 1 / (1e-9 + distance(other)));
    return filmsOf(top(films.keys(), score, 5));
  };
}

/** Films of the same genres are of one kind; `apart` gives the squared distance of a kind to each, genres standardised. */
function genreDistances(genres: readonly (readonly number[])[]) {
  const ids = [...new Set(genres.flat())].sort((a, b) => a - b);
  // A column of zeros and ones is standardised by its spread: two that differ are 1 / spread apart.
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
    Float64Array.from(members, (theirs) => {
      const own = members[kind] as Set<number>;
      const differing = ids.filter((id) => own.has(id) !== theirs.has(id));
      return differing.reduce((sum, id) => sum + (apartBy.get(id) ?? 0), 0);
    });
  return { kinds: Int32Array.from(keys, (key) => kindOf.get(key) ?? 0), apart: remembered(apart) };
}

/** The function that works each answer out once. */
function remembered<Value>(work: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}

function standardise(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  return Float64Array.from(values, (value) => (value - mean) / spread);
}
