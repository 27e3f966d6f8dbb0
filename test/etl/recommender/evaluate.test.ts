import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  distances,
  itemToItem,
  mostPopular,
  nearestNeighbours,
  starCosines,
} from '../../../etl/recommender/evaluate/baselines.ts';
import { readPairs } from '../../../etl/recommender/evaluate/pairs-file.ts';
import { ndcg, scorePairs } from '../../../etl/recommender/evaluate/score-pairs.ts';
import { soupCosine } from '../../../etl/recommender/evaluate/soup.ts';
import { packPeople } from '../../../etl/recommender/features/people.ts';
import { newFolder } from '../raw-files.ts';

it('pairs are joined by folded title or original title, within a year', () => {
  const path = join(newFolder(), 'pairs.tsv');
  const lines = [
    'title_1\tyear_1\ttitle_2\tyear_2\trating',
    'Volver\t2007\tHABLE CON ELLA\t2002\tOK',
    'Volver\t2009\tTalk to Her\t2002\tNOT_OK',
    'Talk to Her\t2002\t"Heat"\t1995\tNOT_OK',
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  const films = [
    { title: 'Volver', original_title: 'Volver', year: 2006 },
    { title: 'Talk to Her', original_title: 'Hable con ella', year: 2002 },
    { title: 'Heat', original_title: 'Heat', year: 1995 },
  ];
  expect(readPairs(path, films)).toEqual({
    pairs: [
      { a: 0, b: 1, alike: true },
      { a: 1, b: 2, alike: false },
    ],
    rows: 3,
  });
});

it('a score is measured over all pairs, and among the pairs of each first film with both labels', () => {
  const scores = [
    [0, 3, 1, 2, 1],
    [0, 0, 0, 5],
  ];
  const pairs = [
    { a: 0, b: 1, alike: true },
    { a: 0, b: 2, alike: true },
    { a: 0, b: 3, alike: false },
    { a: 0, b: 4, alike: false },
    { a: 1, b: 3, alike: true },
  ];
  const { auc, aucWithin, ndcgWithin, films } = scorePairs(pairs, (a, b) => scores[a]?.[b] ?? 0);
  // Film 0: 3 beats 2 and 1; the similar film with 1 loses to 2 and ties with 1. The pair of film 1 beats both.
  expect(auc).toBe((2 + 0.5 + 2) / 6);
  expect(aucWithin).toBe((2 + 0.5) / 4);
  expect(films).toBe(1);
  // Film 0 in order: similar, dissimilar, then one of each tied: half a gain for both ranks.
  const [first, second, third, fourth] = [1, 2, 3, 4].map((rank) => 1 / Math.log2(rank + 1)) as [
    number,
    number,
    number,
    number,
  ];
  expect(ndcgWithin).toBeCloseTo((first + (third + fourth) / 2) / (first + second), 12);
});

it('the order of tied pairs in the file does not matter', () => {
  const tied = [true, false, false].map((alike) => ({ score: 1, alike }));
  expect(ndcg(tied)).toBeCloseTo((1 + 1 / Math.log2(3) + 1 / 2) / 3, 12);
  expect(ndcg([...tied].reverse())).toBe(ndcg(tied));
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
  expect(mostPopular(people).recommend(0)).toEqual([1, 2]);
  // Cosines with film 0: film 1 has 45 / sqrt(50 x 41), film 2 has 5 / sqrt(50 x 17).
  const recommend = itemToItem(starCosines(people));
  expect(recommend(0)).toEqual([1, 2]);
  expect(recommend(2)).toEqual([0, 1]);
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
  const films = [film(1), film(100), film(90), film(5)];
  const near = nearestNeighbours(distances(films, [[18], [18], [35], [18]]), films.length);
  expect(near(0).slice(0, 2)).toEqual([3, 1]);
});
