import { dirname, join } from 'node:path';
import { seededRandom } from '../../../../src/lib/random.ts';
import { Problem } from '../../../problem.ts';
import { wording } from '../../../wording.ts';
import { mean } from '../measure.ts';
import { readTable } from '../read-table.ts';
import { markdown, percent } from '../table.ts';
import { agreement, type BothScores } from './agreement.ts';
import { FILES } from './write.ts';

/** Resamplings of the bootstrap. */
const RESAMPLINGS = 1000;

/** The scores of one person by `seed pick`. */
type Scores = ReadonlyMap<string, number>;

interface KeyRow {
  pair: string;
  seed: string;
  method: string;
  groups: readonly string[];
}

/**
 * The scores of a panel by method and group, with 95 % bootstrap intervals over the films, as a Markdown table; then how much
 * each two people agree. The key is `keyPath`, by default beside the first file. Throws a Problem if a file is malformed.
 */
export function reportPanel(paths: readonly string[], keyPath?: string): string {
  const key = readKey(keyPath ?? join(dirname(paths[0] ?? ''), FILES.key));
  const known = new Set(key.map(({ pair }) => pair));
  const people = paths.map((path) => readScores(path, known));
  const methods = [...new Set(key.map(({ method }) => method))].sort();
  const groups = [...new Set(key.flatMap((row) => row.groups))].sort();
  const rows = ['all', ...groups].flatMap((group) =>
    methods.map((method) => {
      const own = key.filter(
        (row) => row.method === method && (group === 'all' || row.groups.includes(group)),
      );
      return [group, method, ...summarise(own, people)];
    }),
  );
  const table = markdown([['films', 'method', 'scores', 'mean', 'odd (0)', 'excellent (2)'], ...rows]);
  return [table, ...agreements(paths, people)].join('\n\n');
}

function readKey(path: string): KeyRow[] {
  return readTable(path, ['seed', 'pick', 'method', 'groups']).map(({ seed, pick, method, groups }) => ({
    pair: `${seed} ${pick}`,
    seed,
    method,
    groups: groups.split(', '),
  }));
}

/** Picks with a blank score are skipped. */
function readScores(path: string, known: ReadonlySet<string>): Scores {
  const scores = new Map<string, number>();
  for (const [at, { seed, pick, score }] of readTable(path, ['seed', 'pick', 'score']).entries()) {
    const pair = `${seed} ${pick}`;
    if (!['', '0', '1', '2'].includes(score)) throw new Problem(wording.badScore(path, at + 1, score));
    if (!known.has(pair)) throw new Problem(wording.notInKey(path, at + 1, pair));
    if (score !== '') scores.set(pair, Number(score));
  }
  if (scores.size === 0) throw new Problem(wording.noScores(path));
  return scores;
}

/** The number of scores, their mean, and the shares of 0 and 2, each with its interval. */
function summarise(rows: readonly KeyRow[], people: readonly Scores[]): string[] {
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const bySeed = seeds
    .map((seed) =>
      rows
        .filter((row) => row.seed === seed)
        .flatMap(({ pair }) => people.flatMap((one) => one.get(pair) ?? [])),
    )
    .filter((scores) => scores.length > 0);
  const share = (score: number) => (scores: readonly number[]) =>
    mean(scores.map((one) => Number(one === score)));
  const cells = (
    [
      [mean, (value: number) => value.toFixed(2)],
      [share(0), percent],
      [share(2), percent],
    ] as const
  ).map(([measure, format]) => {
    const [low, high] = bootstrap(bySeed, measure);
    return `${format(measure(bySeed.flat()))} (${format(low)} to ${format(high)})`;
  });
  return [String(bySeed.flat().length), ...(bySeed.length === 0 ? ['–', '–', '–'] : cells)];
}

/** The 95 % percentile interval of a measure, from resampled films: the picks of one film are not independent. */
function bootstrap(
  bySeed: readonly (readonly number[])[],
  measure: (scores: readonly number[]) => number,
): [low: number, high: number] {
  const random = seededRandom(1);
  const values = Array.from({ length: RESAMPLINGS }, () =>
    measure(bySeed.flatMap(() => bySeed[Math.floor(random() * bySeed.length)] ?? [])),
  ).sort((a, b) => a - b);
  return [values[Math.floor(0.025 * RESAMPLINGS)] ?? 0, values[Math.ceil(0.975 * RESAMPLINGS) - 1] ?? 0];
}

/** A line for each two people: of the picks that both scored. */
function agreements(paths: readonly string[], people: readonly Scores[]): string[] {
  return people.flatMap((one, at) =>
    people.slice(at + 1).map((other, place) => {
      const both = [...one].flatMap(([pair, score]): BothScores[] => {
        const second = other.get(pair);
        return second === undefined ? [] : [[score, second]];
      });
      const names = `${paths[at]} and ${paths[at + 1 + place]}`;
      if (both.length === 0) return `${names}: no pick has two scores`;
      const { equal, kappa } = agreement(both);
      return `${names}: ${both.length} picks scored by both, ${percent(equal)} equal, weighted kappa ${kappa.toFixed(2)}`;
    }),
  );
}
