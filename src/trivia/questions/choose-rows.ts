import type { Language } from '../../command.ts';
import { fold } from '../../lib/fold.ts';
import type { OptionRow, QuestionKind } from './question-kind.ts';

/** How an option reads in a language. */
export const labelOf = (row: OptionRow, kind: QuestionKind, language: Language): string =>
  kind.label?.(row, language) ?? (language === 'es' ? (row.label_es ?? row.label) : row.label);

/**
 * The rows that become options, the right one first: the first wrong ones that clash with none before. Undefined when
 * there are not enough.
 */
export function chooseRows(
  rows: readonly OptionRow[],
  kind: QuestionKind,
  language: Language,
): OptionRow[] | undefined {
  const { most, least } = kind.wrong ?? { most: 3, least: 3 };
  const wrong = rows.filter((row) => !row.is_right);
  for (const right of rows.filter((row) => row.is_right)) {
    const chosen = [right];
    for (const row of wrong) {
      if (chosen.length > most) break;
      if (!chosen.some((other) => clash(row, other, kind, language))) chosen.push(row);
    }
    if (chosen.length > least) return chosen;
  }
  return undefined;
}

function clash(one: OptionRow, other: OptionRow, kind: QuestionKind, language: Language): boolean {
  const [a, b] = [one, other].map((row) => fold(labelOf(row, kind, language)));
  return a === b || (kind.clash?.(one, other, language) ?? false);
}
