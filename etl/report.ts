import type { Language } from '../src/lib/sentence.ts';
import type { Manifest } from './manifest.ts';
import { number } from './text/quote.ts';
import { stepName, wording } from './wording.ts';

/** The table at the end of a run. */
export function summary(manifest: Manifest, language: Language): string {
  const { sources, tables, rules, notes, steps, ms } = manifest;
  const lines = [
    ...sources.map(({ file, rows }) => [wording.rowsOf(file), number(rows)] as const),
    [wording.films, number(tables.movies ?? 0)] as const,
    [wording.stitched, number(rules.stitched)] as const,
    [wording.duplicates, number(rules.duplicates)] as const,
    [wording.rejected, number(rules.rejected)] as const,
    ...steps.map((timed) => [wording.time(stepName(timed.step)), seconds(timed.ms)] as const),
    [wording.totalTime, seconds(ms)] as const,
  ].map(([name, value]) => [name[language], value] as const);
  const left = Math.max(...lines.map(([name]) => name.length));
  const right = Math.max(...lines.map(([, value]) => value.length));
  const table = lines.map(([name, value]) => `${name.padEnd(left)}  ${value.padStart(right)}`);
  return [...table, ...notes].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
