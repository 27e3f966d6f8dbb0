import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { creditsCsv, film, folderWith, moviesCsv, newFolder, role, work } from '../etl/raw-files.ts';
import { run } from '../etl/run-etl.ts';

const toyStory = { id: '862', title: 'Toy Story', budget: '30000000', vote_count: '5415' };
const lasseter = [`[${role('Tom Hanks', 31)}]`, `[${work('John Lasseter', 7879)}]`, '862'] as const;

/** Toy Story and Heat. */
export const rawBefore = () =>
  folderWith({
    'movies_metadata.csv': moviesCsv([
      film({ ...toyStory, revenue: '373554033' }),
      film({ id: '949', title: 'Heat', release_date: '1995-12-15', vote_count: '1886' }),
    ]),
    'credits.csv': creditsCsv([
      lasseter,
      [`[${role('Al Pacino', 1158)}]`, `[${work('Michael Mann', 638)}]`, '949'],
    ]),
  });

/** Toy Story with a higher revenue, and Alien instead of Heat. */
export const rawAfter = () =>
  folderWith({
    'movies_metadata.csv': moviesCsv([
      film({ ...toyStory, revenue: '600000000' }),
      film({ id: '348', title: 'Alien', release_date: '1979-05-25', vote_count: '4564' }),
    ]),
    'credits.csv': creditsCsv([
      lasseter,
      [
        `[${role('Sigourney Weaver', 10205)}, ${role('John Hurt', 5049, null, 1)}]`,
        `[${work('Ridley Scott', 578)}]`,
        '348',
      ],
    ]),
  });

const on = (day: number) => ({ now: () => new Date(Date.UTC(2026, 0, day, 9, 30)) });

/** A folder with two versions, of which the first is live. */
export async function twoVersions(): Promise<{ folder: string; before: string; after: string }> {
  const folder = newFolder();
  const before = (await run(rawBefore(), folder, on(1))).version;
  const after = (await run(rawAfter(), folder, { ...on(2), keepCurrent: true })).version;
  return { folder, before, after };
}

/** The version that a pointer of the folder names. */
export const pointerIn = (folder: string, pointer: 'current' | 'previous') =>
  readFileSync(join(folder, pointer), 'utf8').trim();

/** Sets `current` as an operator would: a new file, then a rename. */
export function pointAt(folder: string, version: string): void {
  writeFileSync(join(folder, 'new'), `${version}\n`);
  renameSync(join(folder, 'new'), join(folder, 'current'));
}

/** Flips one bit in the middle of a file. */
export function flipBit(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
