import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { film, folderWith, moviesCsv, newFolder, smallFiles } from './raw-files.ts';
import { contents, liveVersion } from './run-etl.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function etl(args: readonly string[], env: Record<string, string> = {}) {
  const done = spawnSync(process.execPath, ['bin/run.mjs', 'etl/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

test('a run prints its steps as lines, then a table, and writes the report', () => {
  const to = newFolder();
  const report = join(newFolder(), 'report.json');
  const from = folderWith(smallFiles());
  const { code, out, err } = etl(['--report', report, '--texts', join(from, 'none')], {
    RAW_DIR: from,
    PARQUET_DIR: to,
  });
  expect(code).toBe(0);
  const version = liveVersion(to) ?? '';
  const lines = out.trimEnd().split('\n');
  expect(lines.at(-1)).toBe(`Published ${version} in ${to}`);
  expect(lines.slice(0, 7).map((line) => line.replace(/ {2,}/, ': '))).toEqual([
    'rows of credits.csv: 2',
    'rows of movies_metadata.csv: 2',
    'rows of palabras_es.csv: 1,801',
    'films: 2',
    'split rows joined: 0',
    'duplicates: 0',
    'rejected: 0',
  ]);
  expect(out).toMatch(/^time: read +\d+\.\d\d s$/m);
  expect(err.split('\n').slice(0, 3)).toEqual(['read', 'reading credits.csv', 'reading movies_metadata.csv']);
  const written = JSON.parse(readFileSync(report, 'utf8'));
  expect(written.manifest).toEqual(JSON.parse(readFileSync(join(to, version, 'manifest.json'), 'utf8')));
  expect(written.report).toEqual(lines.slice(0, -1));
});

test.each([
  [['--form', 'x'], "Unknown option '--form'"],
  [['stray'], "Unexpected argument 'stray'"],
  [['--max-rejects', 'many'], '--max-rejects: "many" is not a number from 0 to 100. Try --max-rejects 1.'],
  [['--max-rejects', '101'], '--max-rejects: "101" is not a number from 0 to 100.'],
  [['--from', '/nowhere/at/all'], 'The folder /nowhere/at/all does not exist.'],
])('%j ends in one clear line', (args, line) => {
  const { code, out, err } = etl(args, { PARQUET_DIR: newFolder() });
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).toContain(line);
});

test('bad input prints one line after the steps and publishes nothing', () => {
  const to = newFolder();
  const from = folderWith({ ...smallFiles(), 'movies_metadata.csv': moviesCsv([film({ id: 'x' })]) });
  const { code, err } = etl(['--from', from, '--to', to]);
  expect(code).toBe(1);
  expect(err).toContain(
    'movies_metadata.csv: no row is a valid film. 1 of 1 rows were refused: id: "x" is not a number (row 1).',
  );
  expect(err).not.toMatch(/^\s+at /m);
  expect(contents(to)).toEqual([]);
});

test('--help names every option', () => {
  const { code, out } = etl(['--help']);
  expect(code).toBe(0);
  for (const option of ['--from', '--to', '--report', '--max-rejects', '--texts'])
    expect(out).toContain(option);
});
