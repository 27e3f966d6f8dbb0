import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { liveVersion } from '../../src/catalogue/catalogue.ts';
import { readNames } from '../../src/search/names-file.ts';

it.each([
  ['that an older ETL made', (file: string) => rmSync(file), 'it has no names.bin: an older ETL made it.'],
  [
    'whose names were cut off',
    (file: string) => writeFileSync(file, 'names'),
    'its names.bin is damaged, or a later Node wrote it.',
  ],
])('a version %s is refused in one sentence', async (_, spoil, sentence) => {
  const folder = inject('sampleParquet');
  const version = mkdtempSync(join(tmpdir(), 'filmoteca-names-'));
  onTestFinished(() => rmSync(version, { recursive: true }));
  cpSync(join(folder, (await liveVersion(folder)) ?? ''), version, { recursive: true });
  spoil(join(version, 'names.bin'));
  await expect(readNames(version)).rejects.toThrow(sentence);
});
