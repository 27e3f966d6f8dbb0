import type { Language } from '../../contract/call.ts';
import { fold } from '../../lib/fold.ts';
import type { OptionRow, QuestionWriter } from './question-kind.ts';

/** How an option reads in a language. */
export const labelOf = (row: OptionRow, kind: QuestionWriter, language: Language): string =>
  kind.label?.(row, language) ?? (language === 'es' ? (row.label_es ?? row.label) : row.label);

/**
 * The rows that become options, the right one first, then wrong ones that clash with none: the first of them wherever
 * it fits, and those that are preferred. Undefined when there are not enough.
 */
export function chooseRows(
  rows: readonly OptionRow[],
  kind: QuestionWriter,
  language: Language,
): OptionRow[] | undefined {
  const { most, least } = kind.wrong ?? { most: 3, least: 3 };
  const [first, ...others] = rows.filter((row) => !row.is_right);
  if (first === undefined) return undefined;
  for (const right of rows.filter((row) => row.is_right)) {
    for (const start of others.keys()) {
      const preferred = [first, ...others.slice(start), ...others.slice(0, start)];
      const chosen = withoutClashes(right, preferred, (one, other) => clash(one, other, kind, language));
      if (chosen.length > least) return chosen.slice(0, most + 1);
    }
  }
  return undefined;
}

function withoutClashes(
  right: OptionRow,
  wrong: readonly OptionRow[],
  clashes: (one: OptionRow, other: OptionRow) => boolean,
): OptionRow[] {
  const chosen = [right];
  for (const row of wrong) if (!chosen.some((other) => clashes(row, other))) chosen.push(row);
  return chosen;
}

function clash(one: OptionRow, other: OptionRow, kind: QuestionWriter, language: Language): boolean {
  const [a, b] = [one, other].map((row) => fold(labelOf(row, kind, language)));
  return a === b || (kind.clash?.(one, other, language) ?? false);
}
