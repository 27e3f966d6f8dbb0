import { solveEase } from '../ease.ts';
import type { FilmRow } from '../films.ts';
import { countRatings, LIKE, type People } from '../people.ts';
import { createTogether } from '../together.ts';
import { top } from '../top.ts';

/** Gives the films that a method recommends for one film, best first. */
export type Method = (film: number) => number[];

const SIZE = 10;
const filmsOf = (scored: readonly { film: number }[]) => scored.map(({ film }) => film);

/** The films with the most likes, for everyone. */
export function mostPopular(people: People): Method {
  const likes = countRatings(people);
  const best = filmsOf(top(likes.keys(), (film) => likes[film] ?? 0, SIZE));
  return (film) => best.filter((other) => other !== film);
}

/** Plain item-to-item: the cosine of the films' columns of stars. */
export function itemToItem(people: People): Method {
  const together = createTogether(people);
  const squares = new Float64Array(people.films);
  people.rated.forEach((film, at) => {
    squares[film] = (squares[film] ?? 0) + (people.stars[at] ?? 0) ** 2;
  });
  return (film) => {
    const { stars, touched } = together(film);
    return filmsOf(top(touched, (other) => (stars[other] ?? 0) / Math.sqrt(squares[other] ?? 1), SIZE));
  };
}

/** EASE alone, on likes; lambda as Steck's paper has it for sparse data. */
export function easeAlone(people: People, lambda = 100): Method {
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

/** Nearest neighbours over popularity, mean vote, votes and genres, standardised; k = 6 finds the film and five others. */
export function nearestNeighbours(films: readonly FilmRow[], genres: readonly (readonly number[])[]): Method {
  const ids = [...new Set(genres.flat())].sort((a, b) => a - b);
  const columns = [
    films.map((film) => film.popularity),
    films.map((film) => film.vote_average),
    films.map((film) => film.vote_count),
    ...ids.map((id) => genres.map((own) => (own.includes(id) ? 1 : 0))),
  ].map(standardise);
  return (film) => {
    const distances = new Float64Array(films.length);
    for (const column of columns) {
      const own = column[film] ?? 0;
      for (let other = 0; other < distances.length; other++)
        distances[other] = (distances[other] ?? 0) + (own - (column[other] ?? 0)) ** 2;
    }
    const score = (other: number) => (other === film ? 0 : 1 / (1e-9 + (distances[other] ?? 0)));
    return filmsOf(top(films.keys(), score, 5));
  };
}

function standardise(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  return Float64Array.from(values, (value) => (value - mean) / spread);
}
