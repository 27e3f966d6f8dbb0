import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { publishedTables } from '../../etl/write.ts';
import { folderWith, newFolder, smallFiles } from './raw-files.ts';
import { rows, run } from './run-etl.ts';

const to = newFolder();
beforeAll(async () => {
  await run(folderWith(smallFiles()), to);
});

/** The columns and types of each table as data/README.md has them. */
function readDictionary(): Record<string, string[][]> {
  const text = readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8');
  const [, ...sections] = text.split(/^## /m);
  const tables = sections.map((section) => {
    const columns = [...section.matchAll(/^\| (\w+) \| ([A-Z]+(?:\(.*?\))?(?:\[\])?) \| /gm)].map(
      ([, name = '', type = '']) => [name, type],
    );
    return [section.split('\n')[0] ?? '', columns] as const;
  });
  return Object.fromEntries(tables.filter(([, columns]) => columns.length > 0));
}

test('the data dictionary describes each published table', () => {
  expect(Object.keys(readDictionary()).sort()).toEqual([...publishedTables].sort());
});

test.each(publishedTables)('%s has the columns and types of the data dictionary', async (name) => {
  const columns = await rows(
    to,
    `select column_name, column_type from (describe from '$dir/${name}.parquet')`,
  );
  expect(columns).toEqual(readDictionary()[name]);
});
