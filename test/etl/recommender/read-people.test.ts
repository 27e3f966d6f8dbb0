import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ratingsOf } from '../../../etl/recommender/features/people.ts';
import { loadPeople, readLinks } from '../../../etl/recommender/features/read-people.ts';
import { newFolder } from '../raw-files.ts';

function write(name: string, text: string): string {
  const path = join(newFolder(), name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

const links = write('links.csv', 'movieId,imdbId,tmdbId\n1,0114709,862\n2,0113497,8844\n3,0113228,\n');
const films = [{ id: 8844 }, { id: 862 }];

it('a MovieLens film is identified by its TMDB id, and skipped without one', async () => {
  expect(await readLinks(links)).toEqual(
    new Map([
      [1, 862],
      [2, 8844],
    ]),
  );
});

it('ratings are read with any line ends, column order and odd rows; the last rating of a film counts', async () => {
  const rows = [
    '1,7,4.5,2',
    '3,7,5.0,2',
    'x,7,5.0,1',
    '2,7,,1',
    '2,9,0.5,1',
    '1,9,3,',
    '1,7,2.0,3',
    '2,7,1e1,1',
  ];
  const text = `\uFEFFmovieId,userId,rating,timestamp\r\n${rows.join('\r\n')}`;
  for (const name of ['ratings.csv', 'ratings.csv.gz']) {
    const people = await loadPeople({ ratings: write(name, text), links }, films);
    expect([0, 1].map((person) => ratingsOf(people, person))).toEqual([
      [[1, 2]],
      [
        [0, 0.5],
        [1, 3],
      ],
    ]);
  }
});

it('rows that span two blocks of a large file are read whole', async () => {
  const rows = Array.from(
    { length: 40_000 },
    (_, at) => `${at + 100_000},${1 + (at % 2)},${0.5 * (1 + (at % 10))},1`,
  );
  const ratings = write('ratings.csv', `userId,movieId,rating,timestamp\n${rows.join('\n')}\n`);
  const people = await loadPeople({ ratings, links }, films);
  // Of 40,000 people every fourth is taken, the first among them.
  expect(people.count).toBe(10_000);
  expect([0, 1, 9_999].map((person) => ratingsOf(people, person))).toEqual([
    [[1, 0.5]],
    [[1, 2.5]],
    [[1, 3.5]],
  ]);
});
