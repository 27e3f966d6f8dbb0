import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { lintSource } from '@secretlint/core';
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend';
import { expect, it } from 'vitest';

/** Files without code or configuration. */
const DATA = /\.(?:csv|tsv|png|svg|txt|css)$/u;

/** Passwords of tests and examples contain these words. */
const FAKE = /(?:password|secret)@/u;

const secretsIn = async (filePath: string, content: string) => {
  const { messages } = await lintSource({
    source: { filePath, content, ext: '', contentType: 'text' },
    options: { config: { rules: [{ id: 'recommended', rule: recommended }] } },
  });
  return messages
    .filter(({ message }) => !FAKE.test(message))
    .map(({ message }) => `${filePath}: ${message}`);
};

it('the scan itself finds a token', async () => {
  const token = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');
  expect(await secretsIn('x.ts', `const token = '${token}';`)).toHaveLength(1);
});

it('no file of the project contains a secret', async () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
  const read = files.filter((file) => file !== '' && !DATA.test(file));
  expect(read.length).toBeGreaterThan(300);
  const found = await Promise.all(read.map(async (file) => secretsIn(file, await readFile(file, 'utf8'))));
  expect(found.flat()).toEqual([]);
});
