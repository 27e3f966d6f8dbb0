import type { FilmMatch } from '../catalogue/match-films.ts';
import type { PersonMatch } from '../catalogue/match-people.ts';
import type { Language } from '../contract/call.ts';
import { shorten } from '../text/format.ts';
import { text } from '../text/text.ts';
import { filmLabel, personLabel, titleOf } from './names.ts';

/** The parts of an autocomplete label: the possible names and, of a film, the year. */
export interface ReadLabel {
  names: string[];
  year: number | undefined;
}

const LANGUAGES = Object.keys(text) as Language[];

const UNKNOWN_YEARS = LANGUAGES.map((language) => text[language].unknownYear).join('|');

/** "Title / Other title (1995) · Directors"; the other title and the directors are optional. */
const FILM = new RegExp(`^(?<titles>.+) \\((?:(?<year>\\d{4})|${UNKNOWN_YEARS})\\)(?: · .*)?$`, 'su');

/** Reads a film's label; undefined if the text cannot be one. */
export function readFilmLabel(typed: string): ReadLabel | undefined {
  const { titles, year } = FILM.exec(typed.trim())?.groups ?? {};
  const whole = titles ?? cutOff(typed);
  if (whole === undefined) return undefined;
  const parts = whole.split(' / ');
  const names = parts.map((_, count) => parts.slice(0, count + 1).join(' / '));
  return { names: names.map(withoutDots).reverse(), year: year === undefined ? undefined : Number(year) };
}

/** Reads a person's label, "Name · what they did"; undefined if the text cannot be one. */
export function readPersonLabel(typed: string): ReadLabel | undefined {
  const end = typed.indexOf(' · ');
  const name = end < 0 ? cutOff(typed) : typed.slice(0, end);
  return name === undefined ? undefined : { names: [withoutDots(name)], year: undefined };
}

/** Whether a text is the label of a film, in any language. */
export const isLabelOfFilm = (typed: string, film: FilmMatch): boolean =>
  isOneOf(
    typed,
    LANGUAGES.map((language) => filmLabel(film, language)),
  );

/** Whether a text is the label of a film during a game: its title, cut to the length of a label. */
export const isTitleOfFilm = (typed: string, film: FilmMatch): boolean =>
  isOneOf(
    typed,
    LANGUAGES.map((language) => shorten(titleOf(film, language), 100)),
  );

/** Whether a text is the label of a person, in any language. */
export const isLabelOfPerson = (typed: string, person: PersonMatch): boolean =>
  isOneOf(
    typed,
    LANGUAGES.map((language) => personLabel(person, language)),
  );

/** Whether a text is the label of a person during a game: only the name. */
export const isNameOfPerson = (typed: string, person: PersonMatch): boolean =>
  isOneOf(typed, [shorten(person.name, 100)]);

const isOneOf = (typed: string, labels: string[]) => labels.some((label) => label.trim() === typed.trim());

/** The text if it ends in "…": a name that was too long for a label. */
const cutOff = (typed: string) => (typed.trim().endsWith('…') ? typed.trim() : undefined);

const withoutDots = (name: string) => name.replace(/…$/u, '').trim();
