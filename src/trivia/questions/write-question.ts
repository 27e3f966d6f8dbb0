import type { Snapshot } from '../../catalogue/snapshot.ts';
import type { Language } from '../../contract/call.ts';
import type { Option, Question } from '../../game/question.ts';
import { fold } from '../../lib/fold.ts';
import { shuffle } from '../../lib/random.ts';
import { plain } from '../../text/sanitize.ts';
import { chooseHint, sharesWord } from './choose-hint.ts';
import { chooseRows, labelOf } from './choose-rows.ts';
import { kinds } from './kinds/index.ts';
import type { Cell } from './pool.ts';
import type { Draft, DraftOption, OptionRow, QuestionWriter, Wording } from './question-kind.ts';
import { readSubject, type Subject } from './subject.ts';
import { words } from './text.ts';

/** What is to be written. */
export interface Order {
  readonly cell: Pick<Cell, 'kind' | 'difficulty'>;
  readonly filmId: number;
  readonly language: Language;
  /** false: the text is shown in English to Spanish readers. */
  readonly translated: boolean;
}

/**
 * Writes one question and proves it by a query of its own. Undefined when the film does not give enough options, when
 * its text would tell the answer, or when the proof finds any other number of right options than one.
 */
export async function writeQuestion(
  catalogue: Snapshot,
  { cell, filmId, language, translated }: Order,
  random: () => number,
): Promise<Question | undefined> {
  const kind = kinds[cell.kind];
  const textLanguage = translated ? language : 'en';
  const seed = Math.floor(random() * 2 ** 31);
  const [subject, found] = await Promise.all([
    readSubject(catalogue, filmId),
    catalogue.query<OptionRow>(kind.write, {
      id: filmId,
      seed,
      ...(kind.inLanguage ? { language: textLanguage } : {}),
    }),
  ]);
  const chosen = chooseRows(found, kind, language);
  const right = chosen?.[0];
  if (chosen === undefined || right === undefined) return undefined;
  const wording = kind.word({ ...draftOf(subject, language), right, rows: chosen, textLanguage });
  const rows = shuffle(chosen, random);
  const options = rows.map((row) => optionOf(row, kind, language));
  const answer = rows.indexOf(right);
  if (wording.text === undefined || sharesWord(wording.quoted ?? [], [options[answer]?.label ?? '']))
    return undefined;
  if (!(await proves(catalogue, kind, { filmId, wording, options, answer }))) return undefined;
  const hint = chooseHint(wording.hints, options, subject, language);
  return {
    kind: cell.kind,
    filmId,
    difficulty: cell.difficulty,
    language,
    text: wording.text,
    ...(wording.steps === undefined ? {} : { steps: wording.steps }),
    options: options.map(published),
    answer,
    hint,
    films: unique([filmId, ...options.map((option) => option.filmId)]),
    people: unique([...options.map((option) => option.personId), ...(wording.people ?? [])]),
    genre: subject.genre,
    decade: Math.floor(subject.release_year / 10) * 10,
    originalLanguage: subject.original_language,
  };
}

function draftOf(
  subject: Subject,
  language: Language,
): Omit<Draft<OptionRow>, 'right' | 'rows' | 'textLanguage'> {
  const label = plain(language === 'es' ? subject.title_es : subject.title);
  const title = `**${label}**`;
  return {
    subject,
    language,
    words: words[language],
    title,
    titleAndYear: `${title} (${subject.release_year})`,
  };
}

function optionOf(row: OptionRow, kind: QuestionWriter, language: Language): DraftOption {
  const value = 'value' in row && typeof row.value === 'string' ? row.value : null;
  return { label: labelOf(row, kind, language), value, filmId: row.film_id, personId: row.person_id };
}

const published = ({ label, filmId, personId }: DraftOption): Option => ({
  label,
  ...(filmId === null ? {} : { filmId }),
  ...(personId === null ? {} : { personId }),
});

const unique = (ids: readonly (number | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/** Whether the proof finds the answer right and nothing else, and no two labels alike or too long for a button. */
async function proves(
  { query }: Snapshot,
  { proof }: QuestionWriter,
  {
    filmId,
    wording,
    options,
    answer,
  }: { filmId: number; wording: Wording; options: readonly DraftOption[]; answer: number },
): Promise<boolean> {
  const labels = options.map(({ label }) => fold(label));
  if (new Set(labels).size < labels.length || options.some(({ label }) => label.length > 80)) return false;
  const question = JSON.stringify({
    filmId,
    about: wording.about ?? null,
    options: options.map((option, index) => ({ ...option, folded: labels[index] })),
  });
  const right = await query<{ nr: number }>(proof, { question });
  return right.length === 1 && Number(right[0]?.nr) === answer;
}
