import { figuresOf } from '../bench/measure.ts';
import { table } from '../bench/report.ts';
import type { Outcome } from './fault.ts';

/** A fault that was injected as often as was asked, or could not be. */
export type Line =
  | { readonly name: string; readonly outcome: Outcome; readonly holds: boolean }
  | { readonly name: string; readonly skipped: string };

/** What people saw of each fault. */
export function details(lines: readonly Line[]): string {
  const head = ['fault', 'injected', 'calls', 'told so', 'unfriendly', 'lost'];
  const rows = lines.flatMap((line) => {
    if ('skipped' in line) return [];
    const { injected, calls, told, unfriendly, lost } = line.outcome;
    return [[line.name, ...[injected, calls, told, unfriendly, lost].map(String)]];
  });
  return table([head, ...rows]);
}

/** The faults as a table in Markdown: how often injected, how often all was well again, the figure, whether it holds. */
export function summary(lines: readonly Line[]): string {
  const rows = lines.map((line) =>
    'skipped' in line
      ? [line.name, '0', '', `skipped: ${line.skipped}`, '-']
      : [line.name, ...judged(line.outcome), line.holds ? 'yes' : 'NO'],
  );
  const head = ['fault', 'injected', 'recovered', 'figure', 'holds'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Of a fault without recoveries, as calls are, those answered as they should be count in their place. */
function judged({ injected, calls, lost, unfriendly, recoveries, figure }: Outcome): string[] {
  const count = (number: number) => number.toLocaleString('en-US');
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  if (recoveries.length === 0) {
    const recovered = calls - lost - unfriendly;
    return [count(injected), count(recovered), figure ?? `${lost} lost, ${unfriendly} unfriendly`];
  }
  const { median, max } = figuresOf(recoveries);
  return [count(injected), count(recoveries.length), figure ?? `${seconds(median)} (max ${seconds(max)})`];
}
