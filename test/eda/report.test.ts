import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { figure } from '../../eda/page.ts';
import { charts as kinds } from '../../src/charts/kinds/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'filmoteca-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

function eda(args: readonly string[], parquet = inject('sampleParquet')) {
  const run = spawnSync(process.execPath, ['bin/run.mjs', 'eda/main.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, PARQUET_DIR: parquet },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('the report on the sample', () => {
  const file = join(folder, 'eda.html');
  let html = '';
  beforeAll(() => {
    expect(eda(['--from', 'data/sample', '--lang', 'en', '--out', file])).toEqual({
      code: 0,
      out: `${file}\n`,
      err: '',
    });
    html = readFileSync(file, 'utf8');
  });

  it('is one self-contained page in the requested language', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(html.match(/(?:src|href|url)\s*[=(]\s*["']?(?!#|data:)[^"')\s]+/gu) ?? []).toEqual([]);
    expect(html).not.toMatch(/<script|@import/u);
  });

  it('has every chart with its caption and table', () => {
    expect(kinds.length).toBeGreaterThan(10);
    for (const { name } of kinds) {
      const [, section = ''] = new RegExp(`<section id="${name}">(.*?)</section>`, 'su').exec(html) ?? [];
      expect(section).toMatch(/<svg role="img" aria-label="[^"]{40,}"/u);
      expect(section).toMatch(/<figcaption>.{40,}<\/figcaption>/u);
      expect(section.match(/<tr>/gu)?.length).toBeGreaterThan(3);
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows raw rows and clean films where they differ', () => {
    const rows = [...html.matchAll(/<tr><th scope="row">([^<]+)<\/th>(.*?)<\/tr>/gu)].map(
      ([, name, cells = '']) => [
        name,
        ...[...cells.matchAll(/<td[^>]*>([^<]*)<\/td>/gu)].map((cell) => cell[1]),
      ],
    );
    expect(rows).toContainEqual(['rows or films', '394', '392']);
    expect(rows.filter(([name]) => name === 'runtime').slice(0, 2)).toEqual([
      ['runtime', 'raw rows', '392', '1', '121.545918', '25.317582', '0', '105', '119', '136', '242'],
      ['runtime', 'clean films', '391', '0', '121.923274', '24.521979', '74', '105', '119', '136', '242'],
    ]);
  });
});

it('refuses unusable data in one line and leaves no files', () => {
  expect(eda(['--lang', 'fr']).err).toBe('--lang: "fr" is neither es nor en. Try --lang es.\n');
  expect(eda(['--from', 'data/sample'], join(folder, 'nothing'))).toEqual({
    code: 1,
    out: '',
    err: `No data are published in ${join(folder, 'nothing')}: run npm run etl first.\n`,
  });
  const nowhere = join(folder, 'no', 'such', 'eda.html');
  expect(eda(['--from', 'data/sample', '--out', nowhere]).err).toBe(
    `The report ${nowhere} cannot be written (ENOENT). Name another file with --out.\n`,
  );
  expect(readdirSync(folder)).toEqual(['eda.html']);
});

it('the texts of a chart may have any character', () => {
  const words = '$& $$ $\' $` $1 & <">';
  const escaped = "$&amp; $$ $' $` $1 &amp; &lt;&quot;&gt;";
  expect(figure('<svg width="1"></svg>', words, words)).toBe(
    `<figure><svg role="img" aria-label="${escaped}" width="1"></svg><figcaption>${escaped}</figcaption></figure>`,
  );
});
