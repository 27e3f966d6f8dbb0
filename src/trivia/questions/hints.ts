import { genreName, money } from '../../text/format.ts';
import { plain } from '../../text/sanitize.ts';
import type { OptionRow, WriterInput } from './question-writer.ts';

/** Escaped names as a list: "A, B y C". */
export function listOf(names: readonly string[], and: string): string {
  const escaped = names.map(plain);
  const last = escaped.pop() ?? '';
  return escaped.length === 0 ? last : `${escaped.join(', ')} ${and} ${last}`;
}

/** Names another film of the right person or year, with its title in the reader's language. */
export function otherFilm<Row extends OptionRow>(
  { language, t }: WriterInput<Row>,
  key: 'alsoDirected' | 'alsoActed' | 'sameYear',
  { other_title, other_title_es }: { other_title: string | null; other_title_es: string | null },
): string | undefined {
  const title = language === 'es' ? (other_title_es ?? other_title) : other_title;
  return title === null ? undefined : t.hints[key](plain(title));
}

/** Names up to two cast members who are not options and not directors of the film. */
export function castHint<Row extends OptionRow>({ subject, rows, t }: WriterInput<Row>): string | undefined {
  const excluded = new Set([
    ...rows.map(({ person_id }) => person_id),
    ...subject.directors.map(({ person_id }) => person_id),
  ]);
  const names = subject.cast
    .filter(({ person_id }) => !excluded.has(person_id))
    .map(({ name }) => name)
    .slice(0, 2);
  const [first] = names;
  if (first === undefined) return undefined;
  return names.length === 1 ? t.hints.castOne(plain(first)) : t.hints.cast(listOf(names, t.and));
}

export function directorHint<Row extends OptionRow>({ subject, t }: WriterInput<Row>): string | undefined {
  const names = subject.directors.map(({ name }) => name);
  if (names.length === 0 || names.length > 3) return undefined;
  const list = listOf(names, t.and);
  return names.length === 1 ? t.hints.directedBy(list) : t.hints.directedByAll(list);
}

export function genreHint<Row extends OptionRow>({
  subject,
  t,
  language,
}: WriterInput<Row>): string | undefined {
  return subject.genre === null ? undefined : t.hints.genre(genreName(subject.genre, language));
}

export function genreAndYearHint<Row extends OptionRow>({ subject, t, language }: WriterInput<Row>): string {
  if (subject.genre === null) return t.hints.year(subject.release_year);
  return t.hints.genreAndYear(genreName(subject.genre, language), subject.release_year);
}

export const earnedHint = <Row extends OptionRow>({ t, language }: WriterInput<Row>, revenue: number) =>
  t.hints.earned(money(revenue, language));
