import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../../etl/problem.ts';
import { recommend } from '../../etl/recommender/recommend.ts';
import type { EtlOptions } from '../../etl/run.ts';
import { csv, folderWith, newFolder } from './raw-files.ts';
import { sampleFolder } from './real-data.ts';
import { run } from './run-etl.ts';

const FILES = [
  'movies_metadata.csv',
  'credits.csv',
  'keywords.csv',
  'links.csv',
  'ratings_small.csv',
] as const;

const sample = new Map(
  FILES.map((name): [string, string[][]] => [
    name,
    parse(readFileSync(join(sampleFolder, name)), { relax_column_count: true }),
  ]),
);

/** Contents of cells that people have sent, and contents that no cell should have. */
const cells = [
  ...[
    '',
    ' ',
    'NaN',
    'NULL',
    String.raw`\N`,
    'None',
    '<NA>',
    'null',
    'TRUE',
    'false',
    '0',
    '1',
    '-1',
    '-0',
    '00',
    '1.5',
    '1e5',
    '1e400',
  ],
  ...['inf', '9007199254740993', '2147483647', '2147483648', '0.0000001', '1,5', '$5', '0x10', '١٢', 'abc'],
  ...[
    '0001-01-01',
    '9999-12-31',
    '1799-12-31',
    '2199-12-31',
    '2200-01-01',
    '1995-10-30 00:00:00',
    '10/30/1995',
    '3/4/1995',
    '1995-02-30',
  ],
  ...[
    '\0',
    '\u0007',
    '\u0085',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ufffd',
    '\ud800',
    'e\u0301',
    '\u0301',
    '👩‍👩‍👧',
    '日本',
    '.',
    "'",
    '"',
    '&nbsp;',
    '&#0;',
    '&amp;nbsp;',
    '<b>',
    ';',
    ',',
    '\t',
    '\n',
    '\r',
    '|',
    '\\',
  ],
  ...[
    '[]',
    '{}',
    '[{}]',
    '[None]',
    '[null]',
    '[1]',
    "['a']",
    '[{',
    "[{'id': 1}]",
    "[{'name': 'a'}]",
    "[{'id': 0, 'name': '.'}]",
  ],
  ...[
    "[{'id': 2147483647, 'name': '\\u200b'}]",
    "[{'id': 5, 'name': 'A'}, {'id': 5, 'name': 'B'}]",
    "[{'id': '5', 'name': 'A, B'}]",
    "[{'id': None, 'name': 'A'}]",
  ],
  ...[
    "[{'id': 5, 'name': 'A\\x00'}]",
    "[{'id': 5, 'name': '\\ud800'}]",
    "[{'iso_3166_1': 'U,S', 'name': 'a'}]",
    "[{'iso_639_1': '', 'name': ''}]",
  ],
  ...[
    "[{'id': 5, 'name': 'A', 'job': 'Director', 'department': None}, {'id': 5, 'name': 'B', 'job': 'Director'}]",
  ],
  ...["[{'id': None, 'name': '\\'', 'character': ' / ', 'order': 3}, {'id': None, 'name': '.', 'order': 3}]"],
  ...[
    "{'id': 0, 'name': 'A'}",
    "{'id': 5}",
    "{'name': 'A'}",
    '{"id": 5, "name": null}',
    '[{"id": 16, "name": "A\\/B\\u0000"}]',
    '('.repeat(200),
  ],
];

interface Damage {
  file: (typeof FILES)[number];
  row: number;
  column: number;
  cell: string;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  file: fc.constantFrom(...FILES),
  row: fc.nat(10_000),
  column: fc.nat(30),
  cell: fc.oneof(
    fc.constantFrom(...cells),
    fc.tuple(fc.constantFrom(...cells), fc.constantFrom(...cells)).map((two) => two.join('')),
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
});

/** The sample with some cells replaced. */
function damaged(list: readonly Damage[]): Record<string, string> {
  const files = new Map([...sample].map(([name, rows]) => [name, rows.map((row) => [...row])]));
  for (const { file, row, column, cell } of list) {
    const rows = files.get(file) ?? [];
    const cellsOfRow = rows[1 + (row % (rows.length - 1))] ?? [];
    cellsOfRow[column % cellsOfRow.length] = cell;
  }
  return Object.fromEntries([...files].map(([name, [header = [], ...rows]]) => [name, csv(header, rows)]));
}

/** A refusal names the file and the row or what is wrong with it as a whole, and what to do, on one line. */
const refusal = /^[\w.]+(?:: |, row \d+[ :(]).*(?:Repair|Check|Mend|Download|allow more)[^\n]*$/u;

/** More runs than the suite has time for, with recommendations: FUZZ_RUNS=200 npx vitest run test/etl/damaged.test.ts */
const fuzzRuns = process.env.FUZZ_RUNS;
const options: Partial<EtlOptions> = fuzzRuns === undefined ? {} : { recommend };

const limit = fuzzRuns === undefined ? undefined : 3_600_000;

test(
  'every odd cell in every column of the sample leaves tables that pass the checks',
  async () => {
    const files = [...sample].map(([name, [header = [], ...rows]]): [string, string] => {
      const sound = rows.filter((row) => row.length === header.length);
      const ids = header
        .map((column, at) => (['id', 'movieId'].includes(column) ? at : -1))
        .filter((at) => at >= 0);
      const made = header.flatMap((_, column) =>
        cells.map((cell, nth) => {
          const place = column * cells.length + nth;
          const own = [...(sound[place % sound.length] ?? [])];
          for (const at of ids) own[at] = String(1_000_000 + place);
          own[column] = cell;
          return own;
        }),
      );
      return [name, csv(header, [...rows, ...made])];
    });
    const manifest = await run(folderWith(Object.fromEntries(files)), newFolder(), {
      ...options,
      maxRejects: 100,
    });
    expect(manifest.tables.movies).toBeGreaterThan(1500);
    expect(manifest.rules.rejected).toBeGreaterThan(1000);
  },
  limit,
);

test.each([
  ['most rows are sound', 1, 30],
  ['all may be refused', 100, 800],
] as const)(
  'whatever cells hold, the sample is published or refused with a line that says where and what to do: %s',
  async (_, maxRejects, most) => {
    const some = fc.array(damage, { minLength: 1, maxLength: most, size: 'max' });
    await fc.assert(
      fc.asyncProperty(some, async (list) => {
        const ended = await run(folderWith(damaged(list)), newFolder(), { ...options, maxRejects }).catch(
          (error: unknown) => error,
        );
        if (!(ended instanceof Error)) return;
        if (!(ended instanceof Problem)) throw ended;
        expect(ended.message).toMatch(refusal);
        expect(ended.message).not.toContain('report it');
      }),
      { numRuns: Number(fuzzRuns ?? 4) },
    );
  },
  limit,
);
