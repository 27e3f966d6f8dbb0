import type { Shares } from './catalogue-shares.ts';
import { type Measured, mean } from './measure.ts';

/** Mean, and half the width of its 95 % interval over the repeated halves. */
function withInterval(values: readonly number[]): string {
  const centre = mean(values);
  if (values.length < 2) return centre.toFixed(3);
  const spread = Math.sqrt(
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1),
  );
  return `${centre.toFixed(3)} ± ${((1.96 * spread) / Math.sqrt(values.length)).toFixed(3)}`;
}

/** The results as a Markdown table, a row a method. */
export function printTable(results: ReadonlyMap<string, readonly Measured[]>): string {
  const rows = [...results].map(([name, runs]) => {
    const columns = [runs.map((run) => run.coLike), runs.map((run) => run.lift)].map(withInterval);
    return `| ${[name, ...columns].join(' | ')} |`;
  });
  return ['| | co-like nDCG@5 | lift nDCG@5 |', '| --- | --- | --- |', ...rows].join('\n');
}

export function printShares({ everPicked, withFive, ownCollection, medianVotes }: Shares): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [
    '',
    `films with five picks: ${percent(withFive)}`,
    `share of the catalogue ever recommended: ${percent(everPicked)}`,
    `picks of the own collection: ${percent(ownCollection)}`,
    `median votes of a pick: ${medianVotes}`,
  ].join('\n');
}
