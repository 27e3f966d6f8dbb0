import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { inspectVersion } from '../../src/catalogue/versions.ts';
import { creditsCsv, film, folderWith, moviesCsv, newFolder } from '../etl/raw-files.ts';
import { run } from '../etl/run-etl.ts';

it('a version of an older release is refused at the start and at a swap, with the command to run', async () => {
  const folder = newFolder();
  const publish = async (day: number) => {
    const files = {
      'movies_metadata.csv': moviesCsv([film({ id: '1', title: 'Film' })]),
      'credits.csv': creditsCsv([['[]', '[]', '1']]),
    };
    const { version } = await run(folderWith(files), folder, { now: () => new Date(Date.UTC(2026, 0, day)) });
    return version;
  };
  const older = await publish(1);
  const manifest = join(folder, older, 'manifest.json');
  const { format, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  expect(format).toBe(6);
  writeFileSync(manifest, JSON.stringify(rest));

  const reason = 'it has format 1, and this release reads format 6.';
  const refused = `Version ${older} in ${folder} cannot be read: ${reason} Run npm run etl again.`;
  await expect(openCatalogue(folder)).rejects.toThrow(refused);
  await expect(inspectVersion(folder, older)).rejects.toThrow(reason);

  const newer = await publish(2);
  const catalogue = await openCatalogue(folder);
  await expect(catalogue.swap(older)).rejects.toThrow(refused);
  await expect(catalogue.compare(older)).rejects.toThrow(refused);
  expect(catalogue.version()).toBe(newer);
  await catalogue.close();
});
