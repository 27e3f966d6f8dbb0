import { mean } from './measure.ts';

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

/** A cell for a measure that has nothing to count. */
export const NOTHING = '–';

export const percent = (share: number): string =>
  Number.isNaN(share) ? NOTHING : `${(100 * share).toFixed(1)} %`;

/** Rows as a Markdown table; the first is the header. */
export const markdown = (rows: readonly (readonly string[])[]): string =>
  [rows[0] ?? [], (rows[0] ?? []).map(() => '---'), ...rows.slice(1)]
    .map((cells) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |'))
    .join('\n');
