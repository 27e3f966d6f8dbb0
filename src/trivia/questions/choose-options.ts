import type { Language } from '../../contract/call.ts';
import { fold } from '../../lib/fold.ts';
import { count } from '../../text/format.ts';
import type { DraftOption, OptionRow, QuestionWriter, Subject } from './question-writer.ts';
import { questionText } from './text.ts';

/** The label of an option in a language. */
export const labelOf = (row: OptionRow, writer: QuestionWriter, language: Language): string =>
  writer.label?.(row, language) ?? (language === 'es' ? (row.label_es ?? row.label) : row.label);

/**
 * Chooses the rows that become options: the right one first, then wrong ones, no two of which clash. Earlier rows are
 * preferred; the first wrong row is in the result unless it clashes with the right one. Undefined if there are not
 * enough rows.
 */
export function chooseRows(
  rows: readonly OptionRow[],
  writer: QuestionWriter,
  language: Language,
): OptionRow[] | undefined {
  const { min, max } = writer.wrongOptions ?? { min: 3, max: 3 };
  const [first, ...others] = rows.filter((row) => !row.is_right);
  if (first === undefined) return undefined;
  for (const right of rows.filter((row) => row.is_right)) {
    for (const start of others.keys()) {
      const preferred = [first, ...others.slice(start), ...others.slice(0, start)];
      const chosen = withoutClashes([right, ...preferred], writer, language);
      if (chosen.length > min) return chosen.slice(0, max + 1);
    }
  }
  return undefined;
}

function withoutClashes(rows: readonly OptionRow[], writer: QuestionWriter, language: Language): OptionRow[] {
  const chosen: OptionRow[] = [];
  for (const row of rows) if (!chosen.some((other) => clash(row, other, writer, language))) chosen.push(row);
  return chosen;
}

function clash(one: OptionRow, other: OptionRow, writer: QuestionWriter, language: Language): boolean {
  const [a, b] = [one, other].map((row) => fold(labelOf(row, writer, language)));
  if (a === b) return true;
  if (writer.clash !== undefined) return writer.clash(one, other, language);
  return one.film_id !== null && sharesWord([a ?? ''], [b ?? '']);
}

/** The first hint that shares no significant word with an option; if none, how many people rated the film. */
export function chooseHint(
  hints: readonly (string | undefined)[],
  options: readonly Pick<DraftOption, 'label'>[],
  { vote_count }: Subject,
  language: Language,
): string {
  const labels = options.map(({ label }) => label);
  const fitting = hints.find((hint) => hint !== undefined && !sharesWord([hint], labels));
  return fitting ?? questionText[language].hints.votes(count(vote_count, language));
}

/** Whether a significant word is in both. */
export function sharesWord(texts: readonly string[], others: readonly string[]): boolean {
  const words = new Set(texts.flatMap(significantWords));
  return others.flatMap(significantWords).some((word) => words.has(word));
}

/**
 * Whether two significant words tell each other: equal, or of five letters or more with one start ("orgulloso", "Orgullo") or one
 * within the other ("fantasmas", "Cazafantasmas").
 */
export function sharesStem(texts: readonly string[], others: readonly string[]): boolean {
  const words = texts.flatMap(significantWords);
  return others
    .flatMap(significantWords)
    .some((word) => words.some((other) => word === other || areRelated(word, other)));
}

const STEM = 5;

function areRelated(one: string, other: string): boolean {
  if (one.length < STEM || other.length < STEM) return false;
  return one.slice(0, STEM) === other.slice(0, STEM) || one.includes(other) || other.includes(one);
}

const ARTICLES = new Set([
  'the',
  'and',
  'for',
  'you',
  'her',
  'his',
  'los',
  'las',
  'del',
  'que',
  'una',
  'con',
  'por',
  'sin',
  'sus',
]);

/** The folded words of more than two letters, without articles and the like. */
const significantWords = (text: string) =>
  fold(text)
    .split(' ')
    .filter((word) => word.length > 2 && !ARTICLES.has(word));
