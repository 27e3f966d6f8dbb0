import type { Language } from '../../command.ts';
import { fold } from '../../lib/fold.ts';
import { count } from '../../replies/format.ts';
import type { DraftOption } from './question-kind.ts';
import type { Subject } from './subject.ts';
import { words } from './words.ts';

/** The first hint that shares no telling word with an option; of what is known of every film where none does. */
export function chooseHint(
  hints: readonly (string | undefined)[],
  options: readonly Pick<DraftOption, 'label'>[],
  { vote_count }: Subject,
  language: Language,
): string {
  const told = new Set(options.flatMap(({ label }) => tellingWords(label)));
  const fitting = hints.find(
    (hint) => hint !== undefined && !tellingWords(hint).some((word) => told.has(word)),
  );
  return fitting ?? words[language].hints.votes(count(vote_count, language));
}

const tellingWords = (text: string) =>
  fold(text)
    .split(' ')
    .filter((word) => word.length > 3);
