import type { Shares } from './catalogue-shares.ts';
import { type Measured, mean } from './measure.ts';
import type { Outcome } from './worker.ts';

/** The 97.5 % quantiles of Student's t for 1, 2, 3 … degrees of freedom, then about that of the normal distribution. */
const T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
const NORMAL = 1.96;

/** The mean and half the width of its 95 % t-interval. */
export function withInterval(values: readonly number[]): string {
  const centre = mean(values);
  if (values.length < 2) return centre.toFixed(3);
  const freedom = values.length - 1;
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / freedom;
  const width = (T[freedom - 1] ?? NORMAL) * Math.sqrt(variance / values.length);
  return `${centre.toFixed(3)} ± ${width.toFixed(3)}`;
}

/** The scores of a method in each run, and the shares of its lists in the first run. */
export interface Row {
  runs: Measured[];
  shares: Shares | undefined;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** The results as a Markdown table, one row per method. */
export function printTable(rows: ReadonlyMap<string, Row>): string {
  const head = ['', 'co-like nDCG@5', 'lift nDCG@5'];
  const more = ['ever recommended', 'five picks', 'own collection', 'median votes'];
  const hasShares = [...rows.values()].some(({ shares }) => shares !== undefined);
  const lines = [...rows].map(([name, { runs, shares }]) => [
    name,
    withInterval(runs.map((run) => run.coLike)),
    withInterval(runs.map((run) => run.lift)),
    ...(shares === undefined ? [] : printShares(shares)),
  ]);
  const columns = hasShares ? [...head, ...more] : head;
  return markdown([columns, columns.map(() => '---'), ...lines]);
}

/** The compared settings as a Markdown table: the mean over the splits, then the score of each split. */
export function printChoices(rows: ReadonlyMap<string, readonly (readonly Outcome[])[]>): string {
  const names = [...rows.values()][0]?.[0]?.map(({ name }) => name) ?? [];
  const lines = [...rows].map(([settings, runs]) => {
    const scores = names.flatMap((name) => {
      const own = runs.flatMap((run) => run.filter((outcome) => outcome.name === name));
      return [own.map(({ measured }) => measured.coLike), own.map(({ measured }) => measured.lift)];
    });
    return [
      settings,
      ...scores.map((own) => `${mean(own).toFixed(4)} (${own.map((one) => one.toFixed(4)).join(', ')})`),
    ];
  });
  const head = ['settings', ...names.flatMap((name) => [`co-like, ${name}`, `lift, ${name}`])];
  return markdown([head, head.map(() => '---'), ...lines]);
}

const printShares = ({ everRecommended, withFive, ownCollection, medianVotes }: Shares) => [
  percent(everRecommended),
  percent(withFive),
  percent(ownCollection),
  String(medianVotes),
];

/** Rows as a Markdown table. */
export const markdown = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => `| ${cells.join(' | ')} |`.replace('|  |', '| |')).join('\n');
