import type { Language } from '../../contract/call.ts';
import { fold } from '../../lib/fold.ts';
import { count } from '../../text/format.ts';
import type { DraftOption } from './question-kind.ts';
import type { Subject } from './subject.ts';
import { words } from './text.ts';

/** The first hint that shares no telling word with an option; of what is known of every film where none does. */
export function chooseHint(
  hints: readonly (string | undefined)[],
  options: readonly Pick<DraftOption, 'label'>[],
  { vote_count }: Subject,
  language: Language,
): string {
  const labels = options.map(({ label }) => label);
  const fitting = hints.find((hint) => hint !== undefined && !sharesWord([hint], labels));
  return fitting ?? words[language].hints.votes(count(vote_count, language));
}

/** Whether a word of more than three letters stands in both. */
export function sharesWord(some: readonly string[], others: readonly string[]): boolean {
  const told = new Set(some.flatMap(tellingWords));
  return others.flatMap(tellingWords).some((word) => told.has(word));
}

const tellingWords = (text: string) =>
  fold(text)
    .split(' ')
    .filter((word) => word.length > 3);
