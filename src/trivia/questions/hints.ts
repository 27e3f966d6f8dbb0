import { genreName, money } from '../../text/format.ts';
import { plain } from '../../text/sanitize.ts';
import type { Draft, OptionRow } from './question-kind.ts';

/** Names in Markdown as a list: "A, B y C". */
export function listOf(names: readonly string[], and: string): string {
  const written = names.map(plain);
  const last = written.pop() ?? '';
  return written.length === 0 ? last : `${written.join(', ')} ${and} ${last}`;
}

/** Another film of the answer's person, under the reader's title. */
export function otherFilm<Row extends OptionRow>(
  { language, words }: Draft<Row>,
  say: 'alsoDirected' | 'alsoActed' | 'sameYear',
  { other_title, other_title_es }: { other_title: string | null; other_title_es: string | null },
): string | undefined {
  const title = language === 'es' ? (other_title_es ?? other_title) : other_title;
  return title === null ? undefined : words.hints[say](plain(title));
}

/** Up to two of the film's cast who are no option and did not direct it. */
export function castHint<Row extends OptionRow>({ subject, rows, words }: Draft<Row>): string | undefined {
  const hidden = new Set([
    ...rows.map(({ person_id }) => person_id),
    ...subject.directors.map(({ person_id }) => person_id),
  ]);
  const names = subject.cast
    .filter(({ person_id }) => !hidden.has(person_id))
    .map(({ name }) => name)
    .slice(0, 2);
  const [first] = names;
  if (first === undefined) return undefined;
  return names.length === 1 ? words.hints.castOne(plain(first)) : words.hints.cast(listOf(names, words.and));
}

export function directorHint<Row extends OptionRow>({ subject, words }: Draft<Row>): string | undefined {
  const names = subject.directors.map(({ name }) => name);
  if (names.length === 0 || names.length > 3) return undefined;
  const list = listOf(names, words.and);
  return names.length === 1 ? words.hints.directedBy(list) : words.hints.directedByAll(list);
}

export function genreHint<Row extends OptionRow>({
  subject,
  words,
  language,
}: Draft<Row>): string | undefined {
  return subject.genre === null ? undefined : words.hints.genre(genreName(subject.genre, language));
}

export function genreAndYearHint<Row extends OptionRow>({ subject, words, language }: Draft<Row>): string {
  if (subject.genre === null) return words.hints.year(subject.release_year);
  return words.hints.genreAndYear(genreName(subject.genre, language), subject.release_year);
}

export const decadeHint = (year: number, words: Draft<OptionRow>['words']) =>
  words.hints.decade(Math.floor(year / 10) * 10);

export const earnedHint = <Row extends OptionRow>({ words, language }: Draft<Row>, revenue: number) =>
  words.hints.earned(money(revenue, language));
