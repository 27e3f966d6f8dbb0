import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type EvaluationData, readEvaluationData } from '../../../etl/recommender/evaluate/data.ts';
import { readOptions } from '../../../etl/recommender/evaluate/options.ts';
import { report } from '../../../etl/recommender/evaluate/report.ts';
import { withInterval } from '../../../etl/recommender/evaluate/table.ts';
import { newFolder } from '../raw-files.ts';
import { sampleFolder } from '../real-data.ts';

let world: EvaluationData;
beforeAll(async () => {
  world = await readEvaluationData(sampleFolder);
});

const silent = () => undefined;
const evaluate = (...args: string[]) => report(world, readOptions(args), silent);

/** The cells of each measure's row, by column. */
async function measures(...args: string[]): Promise<Record<string, Record<string, string>>> {
  const [head = [], , ...rows] = (await evaluate('--halves', '1', ...args))
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return Object.fromEntries(
    rows.map((row) => [row[1], Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']))]),
  );
}

function tableFile(name: string, ...lines: string[]): string {
  const path = join(newFolder(), name);
  writeFileSync(path, [...lines, ''].join('\n'));
  return path;
}
const pairsFile = (...lines: string[]) =>
  tableFile('pairs.tsv', 'title_1\tyear_1\ttitle_2\tyear_2\trating', ...lines);
const goldFile = (...lines: string[]) => tableFile('gold.csv', 'seed,rec,weight,title', ...lines);

it('prints one table: a row per measure, a column per method', async () => {
  const lines = (await evaluate('--halves', '1')).split('\n');
  expect(lines[0]).toBe(
    '| | goal | most popular | nearest neighbours | soup | soup + weighted rating | item-to-item | raw score | served | own ratings unused | no ratings at all |',
  );
  const rows = lines.slice(2, -2).map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.map(([, measure]) => measure)).toEqual(MEASURES);
  expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([lines[0]?.split('|').length]));
  expect(lines.slice(-2)).toEqual(['', expect.stringMatching(/^time: \d+ s$/u)]);
});

const MEASURES: unknown[] = [
  ...['tuning.csv', 'held-out.csv'].flatMap((name) =>
    [
      '',
      ' with 0 to 4 ratings',
      ' with 5 to 19 ratings',
      ' with 20 to 59 ratings',
      ' with 60 or more ratings',
    ].map((group) => expect.stringMatching(new RegExp(`^nDCG@5, ${name}, \\d+ films${group}$`, 'u'))),
  ),
  'co-like nDCG@5',
  'lift nDCG@5',
  'picks that are among the 50 most recommended',
  'picks in English for films not in English',
  'films with a sequel that show none of their saga',
  'picks of the same kind: documentary',
  'picks of the same kind: horror',
  'picks of the same kind: western',
  'picks of the same kind: animation',
  'picks whose reasons name only audience, genre or decade',
  'lists with fewer than five',
  'lists with two films of the same title',
  'median votes of the picks',
];

it('--pairs measures the order of all labelled pairs, and among those of one film', async () => {
  const path = pairsFile(
    'Toy Story\t1995\tToy Story 3\t2010\tOK',
    'Toy Story\t1996\tHeat\t1995\tNOT_OK',
    'Heat\t1995\tHeat\t1999\tNOT_OK',
  );
  const rows = await measures('--pairs', path);
  expect(rows['AUC, pairs.tsv, 2 of 3 pairs']).toMatchObject({
    soup: '1.000',
    served: '1.000',
    'soup + weighted rating': '–',
  });
  expect(rows['AUC, pairs.tsv, within 1 films']).toMatchObject({ served: '1.000' });
  expect(rows['nDCG@5, pairs.tsv, within 1 films']).toMatchObject({ served: '1.000' });
});

it('a missing or malformed pairs file is refused in one line', async () => {
  await expect(evaluate('--pairs', '/no/pairs.tsv')).rejects.toThrow('/no/pairs.tsv cannot be read (ENOENT)');
  await expect(evaluate('--pairs', pairsFile('Up\t2009\tUp\t2009\tyes'))).rejects.toThrow(
    'row 1: the rating "yes"',
  );
  await expect(evaluate('--pairs', pairsFile())).rejects.toThrow('too few of');
});

it('--gold measures against further expected recommendations; seeds with fewer than three are skipped', async () => {
  const path = goldFile('862,10193,3,Toy Story 3', '862,949,1,x', '862,598,2,x', '949,862,1,x', '1,2,3,x');
  const { 'nDCG@5, gold.csv, 1 films': row } = await measures('--gold', path);
  // Only Toy Story 3 is in the list, at its head.
  expect(row).toMatchObject({ served: (3 / (3 + 2 / Math.log2(3) + 1 / 2)).toFixed(3), goal: '' });
});

it('a malformed file of expected recommendations is refused in one line', async () => {
  await expect(evaluate('--gold', '/no/gold.csv')).rejects.toThrow('/no/gold.csv cannot be read (ENOENT)');
  await expect(evaluate('--gold', goldFile('862,863,0,x'))).rejects.toThrow('row 1: seed and rec');
  await expect(evaluate('--gold', goldFile('862,862,1,x'))).rejects.toThrow('row 1: seed and rec');
  await expect(evaluate('--gold', goldFile('862,863,1,x'))).rejects.toThrow(
    'no seed has three expected films',
  );
  await expect(evaluate('--gold', goldFile('862,863,"1,x'))).rejects.toThrow(
    'gold.csv cannot be read (CSV_QUOTE_NOT_CLOSED)',
  );
});

it("--ratings tests on another file's people, with all ratings of the data", async () => {
  const rows = await measures('--ratings', join(sampleFolder, 'ratings_small.csv'));
  expect(rows['co-like nDCG@5']?.served).toMatch(/^0\.\d{3}$/u);
});

it("a missing ratings file, or one that is not MovieLens', is refused in one line", async () => {
  await expect(evaluate('--ratings', '/no/ratings.csv')).rejects.toThrow(
    '/no/ratings.csv cannot be read (ENOENT)',
  );
  const path = pairsFile();
  await expect(evaluate('--ratings', path)).rejects.toThrow(
    /row 0 \(the header\): the columns userId and movieId are missing\./u,
  );
});

it("the interval is Student's for few halves", () => {
  // Of 1, 2, 3: the spread is 1, t for two degrees of freedom 4.303.
  expect(withInterval([1, 2, 3])).toBe(`2.000 ± ${(4.303 / Math.sqrt(3)).toFixed(3)}`);
});
