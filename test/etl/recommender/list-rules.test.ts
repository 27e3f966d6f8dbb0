import { expect, it } from 'vitest';
import { openDatabase, readRows, readSql } from '../../../etl/database.ts';
import { applyListRules } from '../../../etl/recommender/lists/list-rules.ts';
import { newFolder } from '../raw-files.ts';

const film = (id: number, collection = 0, twin = id, sequel = 0) => ({
  id,
  collection,
  sequel,
  adult: false,
  vote_count: 100,
  vote_average: 6,
  popularity: 1,
  year: 2000,
  twin,
});
const ranked = (...films: number[]) => films.map((one, place) => ({ film: one, score: 0.9 - place / 100 }));
const order = (picks: { film: number }[]) => picks.map((pick) => pick.film);

it('a list has at most two of the own collection in its first five; the others follow directly', () => {
  const films = [film(1, 7), film(2, 7), film(3, 7), film(4, 7), film(5), film(6), film(7), film(8)];
  expect(order(applyListRules(0, ranked(1, 2, 3, 4, 5, 6, 7), films))).toEqual([1, 2, 4, 5, 6, 3, 7]);
});

it('a list has neither the film itself nor one film under two ids', () => {
  const films = [film(1), film(2, 0, 1), film(3), film(4, 0, 3), film(5)];
  expect(order(applyListRules(0, ranked(0, 1, 2, 3, 4), films))).toEqual([2, 4]);
});

it('a remake (same title, another year) is another film', () => {
  const films = [film(1), film(2, 0, 22), film(3, 0, 33)];
  expect(order(applyListRules(0, ranked(1, 2), films))).toEqual([1, 2]);
});

it('the next film of the collection is among the first five, with one other of the collection', () => {
  const films = [
    film(1, 7, 1, 4),
    film(2, 7),
    film(3, 7),
    film(4, 7),
    ...[5, 6, 7, 8, 9].map((id) => film(id)),
  ];
  expect(order(applyListRules(0, ranked(1, 4, 5, 6, 7, 8, 2, 3), films))).toEqual([1, 4, 5, 6, 3, 2, 7, 8]);
});

it('a sequel that is already in the first five keeps its place', () => {
  const films = [film(1, 7, 1, 2), film(2, 7), ...[3, 4, 5, 6, 7].map((id) => film(id))];
  expect(order(applyListRules(0, ranked(2, 3, 1, 4, 5, 6), films))).toEqual([2, 3, 1, 4, 5, 6]);
});

it('scores never rise down the list', () => {
  const films = [film(1, 7), film(2, 7), film(3, 7), film(4, 7), film(5), film(6), film(7), film(8)];
  const scores = applyListRules(0, ranked(1, 2, 3, 4, 5, 6, 7), films).map((pick) => pick.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

it('one film under two ids is a twin; another film of the same title and year is not', async () => {
  const database = await openDatabase(newFolder());
  try {
    await database.connection.run(`
      create table movies as
        select id, 'Hercules' as title, 2014 as release_year, date '2014-01-01' as release_date, null::int as collection_id, false as adult,
          1 as vote_count, 6.0 as vote_average, 1.0 as popularity
        from range(1, 6) ids(id);
      create table directors as from (values (1, 11), (2, 11), (3, 12)) directors(movie_id, person_id);`);
    const films = await readRows<{ twin: number }>(
      database.connection,
      readSql('recommender/features/films.sql'),
    );
    const [a, b, c, d, e] = films.map((one) => one.twin);
    expect(a).toBe(b);
    expect(new Set([a, c, d, e]).size).toBe(4);
  } finally {
    database.close();
  }
});

it('the sequel of a film is the next of its collection with 20 votes, or the one before for the last', async () => {
  const database = await openDatabase(newFolder());
  try {
    await database.connection.run(`
      create table movies as
        select id, 'Part ' || id as title, year(released) as release_year, released as release_date, collection as collection_id,
          false as adult, votes as vote_count, 6.0 as vote_average, 1.0 as popularity
        from (values (1, date '2001-01-01', 9, 500), (2, date '2009-01-01', 9, 400), (3, date '2005-01-01', 9, 300),
          (4, date '2003-01-01', 9, 19), (5, date '2003-01-01', null, 100)) films(id, released, collection, votes);
      create table directors (movie_id int, person_id int);`);
    const films = await readRows<{ id: number; sequel: number }>(
      database.connection,
      readSql('recommender/features/films.sql'),
    );
    expect(films.map(({ id, sequel }) => [id, sequel])).toEqual([
      [1, 3],
      [2, 3],
      [3, 2],
      [4, 3],
      [5, 0],
    ]);
  } finally {
    database.close();
  }
});
