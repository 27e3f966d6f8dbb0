import { expect, test } from 'vitest';
import { fold } from '../../src/lib/fold.ts';
import { newFolder } from './raw-files.ts';
import { sampleFolder } from './real-data.ts';
import { rows, run } from './run-etl.ts';

test('every folded key of the sample equals the result of fold()', async () => {
  const to = newFolder();
  await run(sampleFolder, to);
  for (const sql of [
    `select title, folded from '$dir/titles.parquet'`,
    `select name, folded from '$dir/people.parquet'`,
  ]) {
    const all = await rows(to, sql);
    expect(all.length).toBeGreaterThan(500);
    for (const [text, folded] of all) expect(folded).toBe(fold(String(text)));
  }
});
