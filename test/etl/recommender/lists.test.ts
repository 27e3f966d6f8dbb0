import { expect, it } from 'vitest';
import { openDatabase, readRows, readSql } from '../../../etl/database.ts';
import { serve } from '../../../etl/recommender/lists.ts';
import { newFolder } from '../raw-files.ts';

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

it('one film under two ids is a twin; another film of the same title and year is not', async () => {
  const database = await openDatabase(newFolder());
  try {
    await database.connection.run(`
      create table movies as
        select id, 'Hercules' as title, 2014 as release_year, null::int as collection_id, false as adult,
          1 as vote_count, 6.0 as vote_average, 1.0 as popularity
        from range(1, 6) ids(id);
      create table crew_members as
        from (values (1, 11, 'Director'), (2, 11, 'Director'), (3, 12, 'Director')) crew(movie_id, person_id, job);`);
    const films = await readRows<{ twin: number }>(database.connection, readSql('recommender/films.sql'));
    const [a, b, c, d, e] = films.map((one) => one.twin);
    expect(a).toBe(b);
    expect(new Set([a, c, d, e]).size).toBe(4);
  } finally {
    database.close();
  }
});
