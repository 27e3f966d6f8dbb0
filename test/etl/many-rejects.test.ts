import { expect, test } from 'vitest';
import { film, folderWith, moviesCsv, newFolder, smallFiles } from './raw-files.ts';
import { rows, run } from './run-etl.ts';

const good = moviesCsv([film({ id: '1', title: 'The one good film' })]);

test('with --max-rejects 100, two hundred thousand bad rows are rejected', async () => {
  const to = newFolder();
  const files = { ...smallFiles(), 'movies_metadata.csv': good + 'x\n'.repeat(200_000) };
  const manifest = await run(folderWith(files), to, { maxRejects: 100 });
  expect([manifest.tables.movies, manifest.rules.rejected]).toEqual([1, 200_000]);
  expect(
    await rows(to, `select min(row_number), max(row_number), max(reason) from '$dir/rejects.parquet'`),
  ).toEqual([[2, 200_001, 'it has 1 columns, not 24']]);
});

test('reading stops as soon as too many rows are bad', async () => {
  const bad = `x${','.repeat(23)}1\n`;
  const films = good + bad.repeat(1_000_000);
  const read = run(folderWith({ ...smallFiles(), 'movies_metadata.csv': films }), newFolder());
  const error = await read.catch((reason: unknown) => reason);
  const line =
    /^movies_metadata\.csv: at least ([\d,]+) of the first ([\d,]+) rows were refused, more than 1 %\. (?:.*; )?adult: "x" is neither True nor False \(/;
  const [, rejected = '', of = ''] = line.exec(error instanceof Error ? error.message : '') ?? [];
  expect(Number(rejected.replaceAll(',', ''))).toBeGreaterThan(10_000);
  expect(Number(of.replaceAll(',', ''))).toBeLessThan(500_000);
});
