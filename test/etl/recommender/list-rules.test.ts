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
  story: id,
  region: '',
});
const ranked = (...films: number[]) => films.map((one, place) => ({ film: one, score: 0.9 - place / 100 }));
const order = (picks: { film: number }[]) => picks.map((pick) => pick.film);

it('a list has at most two of a collection in its first five; the others follow directly', () => {
  const films = [film(1, 7), film(2, 7), film(3, 7), film(4, 7), film(5), film(6), film(7), film(8)];
  expect(order(applyListRules(0, ranked(1, 2, 3, 4, 5, 6, 7), films))).toEqual([1, 2, 4, 5, 6, 3, 7]);
  const others = [film(1), film(2, 7), film(3, 7), film(4, 7), film(5), film(6), film(7), film(8)];
  expect(order(applyListRules(0, ranked(1, 2, 3, 4, 5, 6, 7), others))).toEqual([1, 2, 4, 5, 6, 3, 7]);
});

it('a list has neither the film itself nor one film under two ids', () => {
  const films = [film(1), film(2, 0, 1), film(3), film(4, 0, 3), film(5)];
  expect(order(applyListRules(0, ranked(0, 1, 2, 3, 4), films))).toEqual([2, 4]);
});

it('remakes of one story (same title, another year) are not both among the first five', () => {
  const remake = { ...film(2), story: 1 };
  const films = [film(9), film(1), remake, ...[3, 4, 5, 6, 7].map((id) => film(id))];
  expect(order(applyListRules(0, ranked(1, 2, 3, 4, 5, 6, 7), films))).toEqual([1, 3, 4, 5, 6, 2, 7]);
});

it('a film that is not in English is followed by three of its region, unless they score much lower', () => {
  const own = { ...film(1), region: 'Nordic' };
  const near = (id: number) => ({ ...film(id), region: 'Nordic' });
  const films = [own, film(2), film(3), film(4), film(5), near(6), near(7), near(8), near(9)];
  expect(order(applyListRules(0, ranked(1, 2, 3, 4, 5, 6, 7, 8), films))).toEqual([1, 2, 5, 6, 7, 3, 4, 8]);
  const far = ranked(1, 2, 3, 4, 5, 6, 7, 8).map((one) => (one.film > 4 ? { ...one, score: 0.3 } : one));
  expect(order(applyListRules(0, far, films))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

it('the next film of the collection is among the first five, with one other of the collection', () => {
  const films = [
    film(1, 7, 1, 4),
    film(2, 7),
    film(3, 7),
    film(4, 7),
    ...[5, 6, 7, 8, 9].map((id) => film(id)),
  ];
  expect(order(applyListRules(0, ranked(1, 4, 5, 6, 7, 8, 2, 3), films))).toEqual([1, 4, 5, 6, 3, 7, 8, 2]);
});

it('a sequel that is already in the first five keeps its place', () => {
  const films = [film(1, 7, 1, 2), film(2, 7), ...[3, 4, 5, 6, 7].map((id) => film(id))];
  expect(order(applyListRules(0, ranked(2, 3, 1, 4, 5, 6), films))).toEqual([2, 3, 1, 4, 5, 6]);
});

it('scores never rise down the list', () => {
  const films = [film(1, 7), film(2, 7), film(3, 7), film(4, 7), film(5), film(6), film(7), film(8)];
  const scores = applyListRules(0, ranked(1, 2, 3, 4, 5, 6, 7), films).map((pick) => pick.score);
  expect(scores).toHaveLength(7);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

it('one film under two ids is a twin; another film of the same title and year is not', async () => {
  const database = await openDatabase(newFolder());
  try {
    await database.connection.run(`
      create table movies as
        select id, 'Hercules' as title, 2014 as release_year, date '2014-01-01' as release_date, null::int as collection_id, false as adult,
          1 as vote_count, 6.0 as vote_average, 1.0 as popularity, 'en' as original_language
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
          false as adult, votes as vote_count, 6.0 as vote_average, 1.0 as popularity, 'en' as original_language
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

it('the region groups original languages; English and an unknown language have none', async () => {
  const database = await openDatabase(newFolder());
  try {
    await database.connection.run(`
      create table movies as
        select row_number() over ()::int as id, 'Alma' as title, 2001 as release_year, date '2001-01-01' as release_date,
          null::int as collection_id, false as adult, 1 as vote_count, 6.0 as vote_average, 1.0 as popularity, language as original_language
        from (values ('es'), ('pt'), ('en'), ('ko'), ('xh'), (null)) languages(language);
      create table directors (movie_id int, person_id int);`);
    const films = await readRows<{ region: string }>(
      database.connection,
      readSql('recommender/features/films.sql'),
    );
    expect(films.map(({ region }) => region)).toEqual([
      'Ibero-American',
      'Ibero-American',
      '',
      'East Asian',
      'xh',
      '',
    ]);
  } finally {
    database.close();
  }
});
