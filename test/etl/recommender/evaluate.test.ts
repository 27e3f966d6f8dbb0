import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { itemToItem, mostPopular, nearestNeighbours } from '../../../etl/recommender/evaluate/baselines.ts';
import { areaUnderCurve, joinPairs } from '../../../etl/recommender/evaluate/pairs-file.ts';
import { soupCosine } from '../../../etl/recommender/evaluate/soup.ts';
import { packPeople } from '../../../etl/recommender/features/people.ts';
import { newFolder } from '../raw-files.ts';

it('pairs are joined by folded title or original title, within a year', () => {
  const path = join(newFolder(), 'pairs.tsv');
  writeFileSync(
    path,
    'title_1\tyear_1\ttitle_2\tyear_2\trating\nVolver\t2007\tHABLE CON ELLA\t2002\tOK\nVolver\t2009\tTalk to Her\t2002\tNOT_OK\n',
  );
  const films = [
    { title: 'Volver', original_title: 'Volver', year: 2006 },
    { title: 'Talk to Her', original_title: 'Hable con ella', year: 2002 },
  ];
  expect(joinPairs(path, films)).toEqual({ pairs: [{ a: 0, b: 1, alike: true }], rows: 2 });
});

it('the area under the curve is the share of pairs in the right order, ties half', () => {
  const scored = [
    { score: 3, alike: true },
    { score: 1, alike: true },
    { score: 2, alike: false },
    { score: 1, alike: false },
  ];
  expect(areaUnderCurve(scored)).toBe((1 + 1 + 0 + 0.5) / 4);
});

const people = packPeople(3, [
  [
    [0, 5],
    [1, 5],
  ],
  [
    [0, 5],
    [1, 4],
    [2, 1],
  ],
  [[2, 4]],
]);

it('each baseline follows its definition', () => {
  expect(mostPopular(people)(0)).toEqual([1, 2]);
  // Cosines with film 0: film 1 has 45 / sqrt(50 x 41), film 2 has 5 / sqrt(50 x 17).
  expect(itemToItem(people)(0)).toEqual([1, 2]);
  expect(itemToItem(people)(2)).toEqual([0, 1]);
  const soup = soupCosine([
    [
      [0, 3],
      [1, 1],
    ],
    [[1, 1]],
    [
      [0, 3],
      [2, 1],
    ],
  ]);
  expect(soup(0, 5)).toEqual([2, 1]);
});

it('nearest neighbours use standardised distances', () => {
  const film = (votes: number) => ({
    id: votes,
    collection: 0,
    sequel: 0,
    adult: false,
    vote_count: votes,
    vote_average: 6,
    popularity: 1,
    year: 2000,
    twin: votes,
  });
  const near = nearestNeighbours([film(1), film(100), film(90), film(5)], [[18], [18], [35], [18]]);
  expect(near(0).slice(0, 2)).toEqual([3, 1]);
});
