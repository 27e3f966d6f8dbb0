import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeRatings } from '../../bench/generate/ratings.ts';
import { type RawPlan, writeRawFiles } from '../../bench/generate/raw-files.ts';
import { generateTitles } from '../../bench/generate/titles.ts';
import { countRatings } from '../../etl/recommender/features/people.ts';
import { loadPeople } from '../../etl/recommender/features/read-people.ts';
import { newFolder } from '../etl/raw-files.ts';
import { run } from '../etl/run-etl.ts';

const small: RawPlan = {
  movieRows: 400,
  movieDuplicates: 5,
  cut: 3,
  creditDuplicates: 7,
  keywordDuplicates: 11,
};

async function write(seed: number): Promise<string> {
  const folder = join(newFolder(), 'raw');
  mkdirSync(folder);
  await writeRawFiles(folder, small, seed);
  return folder;
}

const digests = (folder: string) =>
  readdirSync(folder).map((name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  );

test('the same seed generates the same files, and another seed other files', async () => {
  const [first, second, other] = await Promise.all([write(1), write(1), write(2)]);
  expect(digests(first)).toHaveLength(3);
  expect(digests(second)).toEqual(digests(first));
  expect(digests(other)).toHaveLength(3);
  for (const digest of digests(other)) expect(digests(first)).not.toContain(digest);
});

test('the ETL accepts every generated row: it stitches cut films, merges duplicates and rejects nothing', async () => {
  const manifest = await run(await write(1), newFolder());
  expect(manifest.sources.map(({ file, rows }) => [file, rows])).toEqual([
    ['credits.csv', 398],
    ['movies_metadata.csv', 400],
    ['keywords.csv', 402],
  ]);
  expect(manifest.tables.movies).toBe(392);
  expect(manifest.tables.rejects).toBe(0);
  expect(manifest.rules).toMatchObject({
    stitched: 3,
    duplicates: 5,
    rejected: 0,
    credits_merged: 7,
    keywords_merged: 11,
    credits_without_film: 0,
    keywords_without_film: 0,
  });
});

test('the same seed generates the same titles, of one to eleven words, some of them shared by several films', () => {
  const titles = [...generateTitles(5000, 7)];
  expect([...generateTitles(5000, 7)]).toEqual(titles);
  expect([...generateTitles(5000, 8)]).not.toEqual(titles);
  expect(titles).toHaveLength(5000);
  const distinct = new Set(titles.map(({ title }) => title)).size;
  expect(distinct).toBeGreaterThan(4000);
  expect(distinct).toBeLessThan(4900);
  for (const { title, year, votes } of titles) {
    expect(title.trim()).toBe(title);
    expect(title).not.toBe('');
    expect(title.split(' ').length).toBeLessThanOrEqual(11);
    expect(year).toBeGreaterThanOrEqual(1895);
    expect(year).toBeLessThanOrEqual(2020);
    expect(votes).toBeGreaterThanOrEqual(0);
  }
});

test('the same seed generates the same ratings: every person has some, and a fifth of the films has most of them', async () => {
  const films = Array.from({ length: 2000 }, (_, at) => ({ id: 3 * at + 5 }));
  const [folder, again] = [newFolder(), newFolder()];
  for (const to of [folder, again])
    await writeRatings(to, { films: films.map(({ id }) => id), people: 300 }, 1);
  expect(digests(folder)).toEqual(digests(again));
  const file = (name: string) => join(folder, name);
  const people = await loadPeople({ ratings: file('ratings.csv'), links: file('links.csv') }, films);
  expect(people.count).toBe(300);
  const counts = [...countRatings(people, 0)].sort((a, b) => b - a);
  const sum = (list: number[]) => list.reduce((all, count) => all + count, 0);
  expect(sum(counts.slice(0, 400))).toBeGreaterThan(sum(counts) / 2);
});
