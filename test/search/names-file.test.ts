import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { beforeAll, expect, inject, it, onTestFinished } from 'vitest';
import { liveVersion } from '../../src/catalogue/catalogue.ts';
import { films } from '../../src/search/kinds/films.ts';
import { people } from '../../src/search/kinds/people.ts';
import { readNames } from '../../src/search/names-file.ts';
import { openSearch } from '../../src/search/search.ts';

async function copyOfSample(): Promise<string> {
  const folder = inject('sampleParquet');
  const version = mkdtempSync(join(tmpdir(), 'filmoteca-names-'));
  onTestFinished(() => rmSync(version, { recursive: true }));
  cpSync(join(folder, (await liveVersion(folder)) ?? ''), version, { recursive: true });
  return version;
}

async function searchIn(version: string) {
  const search = await openSearch(version);
  const found = [
    await search.find(films, 'toy story', { limit: 25 }),
    await search.find(people, 'almodovar', { limit: 25 }),
  ];
  await search.close();
  return found;
}

let expectedMatches: ReturnType<typeof searchIn>;
beforeAll(async () => {
  const folder = inject('sampleParquet');
  expectedMatches = searchIn(join(folder, (await liveVersion(folder)) ?? ''));
});

const withFormat = (change: number) => (file: string) => {
  const content = deserialize(readFileSync(file));
  writeFileSync(file, serialize({ ...content, format: content.format + change }));
};

it.each([
  ['is missing', (file: string) => rmSync(file)],
  [
    'has the older format without a number',
    (file: string) => writeFileSync(file, serialize({ films: {}, people: {} })),
  ],
  ['has an older format', withFormat(-1)],
  ['has a newer format', withFormat(1)],
  [
    'lacks a kind',
    (file: string) => {
      const { format, names } = deserialize(readFileSync(file));
      writeFileSync(file, serialize({ format, names: { films: names.films } }));
    },
  ],
  ['cannot be read by this version of Node', (file: string) => writeFileSync(file, 'names')],
])('if a file of names %s, the search rebuilds its names from the tables', async (_, change) => {
  const version = await copyOfSample();
  const expected = await expectedMatches;
  change(join(version, 'names.bin'));
  expect(await readNames(version)).toBeUndefined();
  expect(await searchIn(version)).toEqual(expected);
  expect(expected.map(([first]) => first?.id)).toEqual([862, 309]);
});

it('a version whose tables cannot be read either is refused', async () => {
  const version = mkdtempSync(join(tmpdir(), 'filmoteca-names-'));
  onTestFinished(() => rmSync(version, { recursive: true }));
  await expect(openSearch(version)).rejects.toThrow(/movies\.parquet/u);
});
