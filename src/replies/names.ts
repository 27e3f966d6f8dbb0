import type { Language } from '../contract/call.ts';
import { fold } from '../lib/fold.ts';
import type { CompanyLabel } from '../search/kinds/companies.ts';
import type { PersonLabel } from '../search/kinds/people.ts';
import { count, shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';

/** The names of a film. */
export interface Named {
  title: string;
  title_es: string | null;
  original_title?: string;
  release_year?: number | null;
}

/** The film's title in a language. */
export function titleOf(film: Named, language: Language): string {
  return language === 'es' ? (film.title_es ?? film.title) : film.title;
}

/** "Fuego contra fuego (Heat, 1995)" in Markdown, with the original title if it differs. */
export function titleAndYear(film: Named, language: Language): string {
  const title = titleOf(film, language);
  const original = film.original_title ?? title;
  const inBrackets = fold(original) === fold(title) ? '' : `${shorten(original, 60)}, `;
  return plain(`${title} (${inBrackets}${film.release_year ?? text[language].unknownYear})`);
}

/** "Volver (2006)" in the reader's language, at most 100 UTF-16 units; not escaped. */
export const titleInBrief = (film: Named, language: Language): string =>
  shorten(`${titleOf(film, language)} (${film.release_year ?? text[language].unknownYear})`, 100);

/** The label of a suggestion, at most 100 characters: "Heat (1995) · Michael Mann". */
export function filmLabel(film: Named & { directors: string | null }, language: Language): string {
  const title = titleOf(film, language);
  const other = title === film.title ? '' : ` / ${film.title}`;
  const year = ` (${film.release_year ?? text[language].unknownYear})`;
  const titles = title.length + other.length > 70 ? shorten(title, 70) : `${title}${other}`;
  return shorten(`${titles}${year}${film.directors === null ? '' : ` · ${film.directors}`}`, 100);
}

/** Distinguishes a person from namesakes, in at most 100 characters: "en el reparto de 21 · su película más conocida: Volver (2006)". */
export function personHint(person: PersonLabel, language: Language): string {
  const t = text[language];
  const films = [
    ...(person.cast_films > 0 ? [t.castIn(count(person.cast_films, language))] : []),
    ...(person.directed_films > 0 ? [t.directed(count(person.directed_films, language))] : []),
  ].join(' · ');
  return withKnownFor(films, person, language);
}

/** Adds a best-known film to a hint, if there is one; at most 100 characters. */
function withKnownFor(
  hint: string,
  {
    known_for,
    known_for_es,
    known_for_year,
  }: Pick<PersonLabel, 'known_for' | 'known_for_es' | 'known_for_year'>,
  language: Language,
): string {
  if (known_for === null) return hint;
  const title = titleOf({ title: known_for, title_es: known_for_es }, language);
  const year = known_for_year === null ? '' : ` (${known_for_year})`;
  const whole = (known: string) => `${hint} · ${text[language].knownFor(known)}${year}`;
  return whole(shorten(title, 100 - whole('').length));
}

/** Distinguishes a saga from namesakes: "3 películas". */
export const filmsHint = ({ films }: { films: number }, language: Language): string =>
  text[language].filmCount(count(films, language), films === 1);

/** Distinguishes a company from namesakes, in at most 100 characters: "52 películas · su película más conocida: Up (2009)". */
export const companyHint = (company: CompanyLabel, language: Language): string =>
  withKnownFor(filmsHint(company, language), company, language);

/** A collection's name without TMDB's suffix "Collection": "Toy Story". */
export const collectionName = (name: string) => name.replace(/ Collection$/u, '');
