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

function pairsFile(...lines: string[]): string {
  const path = join(newFolder(), 'pairs.tsv');
  writeFileSync(path, ['title_1\tyear_1\ttitle_2\tyear_2\trating', ...lines, ''].join('\n'));
  return path;
}

it('--pairs prints the number of joined pairs and the area under the curve', async () => {
  const path = pairsFile(
    'Toy Story\t1995\tToy Story 3\t2010\tOK',
    'Heat\t1996\tToy Story\t1995\tNOT_OK',
    'Heat\t1999\tToy Story\t1995\tNOT_OK',
  );
  const [joined, , ...table] = (await evaluate('--pairs', path)).split('\n');
  expect(joined).toBe('2 of 3 pairs joined; AUC 1.000');
  expect(table).toContain('| soup | 1.000 |');
  expect(table).toContain('| our model | 1.000 |');
});

it('a missing or malformed pairs file is refused in one line', async () => {
  await expect(evaluate('--pairs', '/no/pairs.tsv')).rejects.toThrow('/no/pairs.tsv cannot be read (ENOENT)');
  await expect(evaluate('--pairs', pairsFile('Up\t2009\tUp\t2009\tyes'))).rejects.toThrow(
    'row 1: the rating "yes"',
  );
  await expect(evaluate('--pairs', pairsFile())).rejects.toThrow('too few of');
});

function goldFile(...lines: string[]): string {
  const path = join(newFolder(), 'gold.csv');
  writeFileSync(path, ['seed,rec,weight,title', ...lines, ''].join('\n'));
  return path;
}

it('lists of expected recommendations: how many pairs join, and nDCG@5 per method', async () => {
  const [joined, , ...table] = (
    await evaluate('--gold', goldFile('862,10193,3,Toy Story 3', '862,1,1,unknown'))
  ).split('\n');
  expect(joined).toBe('1 of 2 pairs joined, 1 seeds');
  expect(table.slice(0, 2)).toEqual(['| | nDCG@5 |', '| --- | --- |']);
  expect(table).toHaveLength(12);
  expect(table).toContain('| our model, served | 1.000 |');
});

it('a malformed file of expected recommendations is refused in one line', async () => {
  await expect(evaluate('--gold', '/no/gold.csv')).rejects.toThrow('/no/gold.csv cannot be read (ENOENT)');
  await expect(evaluate('--gold', goldFile('862,863,0,x'))).rejects.toThrow('row 1: seed and rec');
  await expect(evaluate('--gold', goldFile('1,2,3,x'))).rejects.toThrow('none of 1 pairs');
});

it("--ratings tests on another file's people, trained on the data's own", async () => {
  const table = await evaluate('--ratings', join(sampleFolder, 'ratings_small.csv'));
  const rows = table.split('\n').map((line) => line.split(' | ').length);
  expect(table).toContain('| our model, served | 0.');
  expect(rows).toEqual(Array.from({ length: 12 }, () => 3));
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
