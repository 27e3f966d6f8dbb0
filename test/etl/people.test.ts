import { beforeAll, expect, test } from 'vitest';
import { generateIds } from '../../etl/name-keys.ts';
import { creditsCsv, film, folderWith, moviesCsv, newFolder, role, work } from './raw-files.ts';
import { rows, run, table } from './run-etl.ts';

const to = newFolder();

beforeAll(async () => {
  const movies = ['1', '2', '3'].map((id) => film({ id, title: `Film ${id}`, vote_count: `${id}00` }));
  const credits = creditsCsv([
    [
      `[${role('Ana Torrent', 500, 'Ana', 0)}, ${role('Chris', null, null, 1)}]`,
      `[${work('Lee', 700)}]`,
      '1',
    ],
    [
      `[${role('Ana Torrent', null, 'Isabel', 0)}, ${role('Lee', null, null, 1)}, ${role('José Nadie', null, null, 2)}]`,
      `[${work('Ana Torrent', null)}, ${work('Lee', 701)}]`,
      '2',
    ],
    [
      `[${role('Jose Nadie', null, null, 0)}, ${role('Anna Torrent', 500, null, 1)}]`,
      `[${work('Chris Columbus', 10965)}]`,
      '3',
    ],
  ]);
  await run(folderWith({ 'movies_metadata.csv': moviesCsv(movies), 'credits.csv': credits }), to);
});

const [chris = 0, nadie = 0, lee = 0] = ['chris', 'jose nadie', 'lee'].map((name) => generateIds([name])[0]);

test('a name without an id gets the id of the only person of that name', async () => {
  expect(
    await rows(to, `select movie_id, person_id from '$dir/cast_members.parquet' where name = 'Ana Torrent'`),
  ).toEqual([
    [1, 500],
    [2, 500],
  ]);
});

test('a name without an id that is ambiguous or unknown gets a generated id, the same in every film', async () => {
  expect(
    await rows(to, `select movie_id, person_id, name from '$dir/cast_members.parquet' where person_id < 0`),
  ).toEqual([
    [1, chris, 'Chris'],
    [2, lee, 'Lee'],
    [2, nadie, 'José Nadie'],
    [3, nadie, 'Jose Nadie'],
  ]);
});

test('a person has the name most often credited, and votes count each film once', async () => {
  const expected = [
    [chris, 'Chris', 'chris', 1, 0, '100'],
    [lee, 'Lee', 'lee', 1, 0, '200'],
    [nadie, 'Jose Nadie', 'jose nadie', 2, 0, '500'],
    [500, 'Ana Torrent', 'ana torrent', 3, 1, '600'],
    [700, 'Lee', 'lee', 0, 1, '100'],
    [701, 'Lee', 'lee', 0, 1, '200'],
    [10965, 'Chris Columbus', 'chris columbus', 0, 1, '300'],
  ];
  expect(await table(to, 'people')).toEqual(expected.sort(([a], [b]) => Number(a) - Number(b)));
});

test('generated ids are negative 32-bit numbers that never change', () => {
  expect(generateIds(['chris', 'jose nadie', 'lee'])).toEqual([-939802494, -1610721850, -399108415]);
});

test('two names with the same hash get two ids, in the order of the names', () => {
  expect(generateIds(['a', 'b', 'c'], () => 0x7fffffff)).toEqual([-2147483648, -1, -2]);
  expect(generateIds(['a', 'b', 'c'], () => 7)).toEqual([-8, -9, -10]);
});
