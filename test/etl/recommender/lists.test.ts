import { expect, it } from 'vitest';
import { serve } from '../../../etl/recommender/lists.ts';

const film = (id: number, collection = 0, twin = id) => ({
  id,
  collection,
  adult: false,
  vote_count: 100,
  vote_average: 6,
  popularity: 1,
  year: 2000,
  twin,
});
const ranked = (...films: number[]) => films.map((one, place) => ({ film: one, score: 0.9 - place / 100 }));
const order = (picks: { film: number }[]) => picks.map((pick) => pick.film);

it('a list holds at most two of the own collection among its first five; the others follow at once', () => {
  const films = [film(1, 7), film(2, 7), film(3, 7), film(4, 7), film(5), film(6), film(7), film(8)];
  expect(order(serve(0, ranked(1, 2, 3, 4, 5, 6, 7), films))).toEqual([1, 2, 4, 5, 6, 3, 7]);
});

it('a list holds neither the film itself nor one film under two ids', () => {
  const films = [film(1), film(2, 0, 1), film(3), film(4, 0, 3), film(5)];
  expect(order(serve(0, ranked(0, 1, 2, 3, 4), films))).toEqual([2, 4]);
});

it('a remake, which bears the title in another year, is another film', () => {
  const films = [film(1), film(2, 0, 22), film(3, 0, 33)];
  expect(order(serve(0, ranked(1, 2), films))).toEqual([1, 2]);
});

it('scores never rise down the list', () => {
  const films = [film(1, 7), film(2, 7), film(3, 7), film(4, 7), film(5), film(6), film(7), film(8)];
  const scores = serve(0, ranked(1, 2, 3, 4, 5, 6, 7), films).map((pick) => pick.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});
