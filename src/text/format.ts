import type { Language } from '../contract/call.ts';
import { text } from './text.ts';

const LOCALE = { es: 'es-419', en: 'en-US' } as const;

/** The time zone of people who have set none. */
export const defaultZone: Record<Language, string> = { es: 'America/Mexico_City', en: 'America/New_York' };

/** Creates a formatter for each language once: creating an Intl object is slower than using it. */
function byLanguage<Formatter>(make: (locale: string) => Formatter): Record<Language, Formatter> {
  return { es: make(LOCALE.es), en: make(LOCALE.en) };
}

const whole = byLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const tenth = byLanguage(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const upTo = [0, 1, 2].map((digits) =>
  byLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits })),
);
const percentage = byLanguage(
  (locale) =>
    new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const wholePercentage = byLanguage((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));
const dollars = new Intl.NumberFormat(LOCALE.en, {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
  maximumSignificantDigits: 3,
});
const longDate = byLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
);
const shortDate = byLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
);
const monthAndYear = byLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const minute = byLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      hourCycle: 'h23',
      timeZone: 'UTC',
    }),
);
const lists = byLanguage((locale) => new Intl.ListFormat(locale));
const regions = byLanguage((locale) => new Intl.DisplayNames(locale, { type: 'region' }));
const languages = byLanguage(
  (locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }),
);

/** "5,910" */
export const count = (value: number, language: Language) => whole[language].format(value);
/** "7.7" */
export const oneDecimal = (value: number, language: Language) => tenth[language].format(value);
/** "13.0%" of a share from 0 to 1 */
export const percent = (share: number, language: Language) => percentage[language].format(share);
/** "13%" of a share from 0 to 1 */
export const wholePercent = (share: number, language: Language) => wholePercentage[language].format(share);
/** "3.88", "12.4", "1,234": two decimals below 10, one below 100, and no trailing zeros. */
function figure(value: number, language: Language): string {
  const digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return upTo[digits]?.[language].format(value) ?? '';
}
/** A ratio: "3.88", "12.4", "1,234"; "< 0.01" if it is less. */
export const ratio = (value: number, language: Language) =>
  value > 0 && value < 0.005 ? `< ${figure(0.01, language)}` : figure(value, language);
/** "12.4×" */
export const times = (value: number, language: Language) => `${ratio(value, language)}×`;
/** "USD 674 mil", "USD 1,234 M", with spaces that do not break; "$674K", "$1.23B"; 0 means unknown. */
export function money(value: number, language: Language): string {
  if (value <= 0) return text[language].noFigure;
  if (language === 'en') return dollars.format(value);
  if (value < 1000) return `USD\u00A0${figure(value, language)}`;
  if (value < 999_500) return `USD\u00A0${figure(value / 1e3, language)}\u00A0mil`;
  return `USD\u00A0${figure(value / 1e6, language)}\u00A0M`;
}
/** "1 h 21 min" from minutes */
export const duration = (minutes: number, language: Language) =>
  text[language].minutes(Math.floor(minutes / 60), minutes % 60);
/** "30 de octubre de 1995" from an ISO date */
export const fullDate = (iso: string, language: Language) => longDate[language].format(new Date(iso));
/** "30 oct 1995" from an ISO date */
export const briefDate = (iso: string, language: Language) => shortDate[language].format(new Date(iso));
/** "julio de 2017" from an ISO date */
export const monthOf = (iso: string, language: Language) => monthAndYear[language].format(new Date(iso));
/** "26 nov 2026, 00:01 UTC" from an ISO time */
export const minuteOf = (iso: string, language: Language) => `${minute[language].format(new Date(iso))} UTC`;

/** The name of a TMDB country code, present or former; the code itself if it is unknown. */
export const countryName = (code: string, language: Language) =>
  text[language].otherCountries[code] ?? regions[language].of(code) ?? code;

/** TMDB's codes that are not in ISO 639-1. */
const TMDB_LANGUAGES: Record<string, string> = { cn: 'yue', sh: 'sr-Latn', mo: 'ro' };

/** The name of a TMDB language code; the code itself if it is unknown. */
export const languageName = (code: string, language: Language) =>
  code === 'xx' ? text[language].noDialogue : (languages[language].of(TMDB_LANGUAGES[code] ?? code) ?? code);

/** The name of a TMDB genre. */
export const genreName = (genre: string, language: Language) => text[language].genres[genre] ?? genre;

/** "Alien, Up y Volver" */
export const listOf = (names: readonly string[], language: Language) => lists[language].format(names);

/** Cuts at `limit` UTF-16 units, on a word where it can, with "…" to show it. */
export function shorten(value: string, limit: number): string {
  if (value.length <= limit) return value;
  const cut = value.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '');
  return `${cut.replace(/\s+\S{0,20}$/u, '')}…`;
}

/** The notes that TMDB puts in brackets behind a character; any other bracket is part of the name. */
const NOTES = [
  ['singing', /^singing voice$/iu],
  ['voice', /^(?:voice|voix|voz|voces|озвучка)(?:[ :].*)?$/iu],
  ['archive', /^archiv(?:e|al) (?:footage|sound)$/iu],
  ['uncredited', /^(?:uncredited|non crédité|нет в титрах)$/iu],
] as const;

/**
 * A character in words: "voz de Woody" of "Woody (voice)", "Ana, sin acreditar" of "Ana (uncredited)", "él mismo" of "Himself".
 * Not escaped. Empty if there is nothing to say.
 */
export function roleOf(character: string, language: Language): string {
  const { role } = text[language];
  const found = new Set<string>();
  const bare = character.replace(/\s*[([]([^()[\]]*)[)\]]/gu, (whole, inside: string) => {
    const note = NOTES.find(([, form]) => form.test(inside.trim()))?.[0];
    if (note !== undefined) found.add(note);
    return note === undefined ? whole : '';
  });
  const name = role.known[bare.trim().toLowerCase()] ?? bare.trim();
  const heard = found.has('singing') ? role.singing(name) : found.has('voice') ? role.voice(name) : name;
  return [heard, found.has('archive') ? role.archive : '', found.has('uncredited') ? role.uncredited : '']
    .filter((part) => part !== '')
    .join(', ');
}
