import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { lintSource } from '@secretlint/core';
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend';
import { expect, it } from 'vitest';

/** Files that nobody types a token into. */
const DATA = /\.(?:csv|tsv|png|svg|txt|css)$/u;

/** Passwords of tests and examples. */
const EXAMPLES = /(?:password|secret)@/u;

const secretsIn = async (filePath: string, content: string) => {
  const { messages } = await lintSource({
    source: { filePath, content, ext: '', contentType: 'text' },
    options: { config: { rules: [{ id: 'recommended', rule: recommended }] } },
  });
  return messages
    .filter(({ message }) => !EXAMPLES.test(message))
    .map(({ message }) => `${filePath}: ${message}`);
};

it('the scan finds a token', async () => {
  const token = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');
  expect(await secretsIn('x.ts', `const token = '${token}';`)).toHaveLength(1);
});

it('no file of the project contains a secret', async () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
  const scanned = files.filter((file) => file !== '' && !DATA.test(file));
  expect(scanned.length).toBeGreaterThan(300);
  const found = await Promise.all(scanned.map(async (file) => secretsIn(file, await readFile(file, 'utf8'))));
  expect(found.flat()).toEqual([]);
});
