import { distance } from 'fastest-levenshtein';
import type { Language } from '../contract/call.ts';
import type { OptionChoice } from '../contract/signature.ts';
import { firstYearOf, wordsOfDecade } from '../lib/decades.ts';
import { fold } from '../lib/fold.ts';
import { text } from '../text/text.ts';

/** Minimum letters of a prefix: "sep", "mié", "Tue". */
const SHORTEST_PREFIX = 3;

/**
 * The choice that a person typed: its value, one of its names, or a prefix that no other choice has. Case, accents, plural and
 * leading zeros do not matter; a decade is the choice of its first year. `undefined` if no choice or several match.
 */
export function findChoice(choices: readonly OptionChoice[], value: string): OptionChoice | undefined {
  const typed = value.trim();
  // Folding drops signs and points: "-1" and "1.0" would become other numbers.
  if (!/\p{L}/u.test(typed)) {
    const number = typed.replace(/^0+(?=\d)/u, '');
    return choices.find((choice) => namesOf(choice).includes(number)) ?? findDecade(choices, typed);
  }
  const word = singular(fold(typed));
  const known = choices.map((choice) => ({ choice, keys: keysOf(choice) }));
  const exact = known.find(({ keys }) => keys.includes(word))?.choice ?? findDecade(choices, typed);
  if (exact !== undefined || word.length < SHORTEST_PREFIX) return exact;
  const [match, ...others] = known.filter(({ keys }) => keys.some((key) => key.startsWith(word)));
  return others.length === 0 ? match?.choice : undefined;
}

function findDecade(choices: readonly OptionChoice[], typed: string): OptionChoice | undefined {
  const { fromYear, toYear } = readYears(typed) ?? {};
  if (fromYear === undefined || toYear !== fromYear + 9) return undefined;
  return choices.find(({ value }) => value === fromYear);
}

/**
 * The choices that begin with what is typed, then those that contain it; if there are none, those that differ from it by
 * about a letter in four.
 */
export function suggestChoices(choices: readonly OptionChoice[], value: string): OptionChoice[] {
  const word = singular(fold(value));
  const known = choices.map((choice) => ({ choice, keys: keysOf(choice) }));
  const where = (fits: (key: string) => boolean) =>
    known.filter(({ keys }) => keys.some(fits)).map(({ choice }) => choice);
  const exact = findChoice(choices, value);
  const found = [
    ...(exact === undefined ? [] : [exact]),
    ...where((key) => key.startsWith(word)),
    ...where((key) => key.includes(word)),
  ];
  if (found.length > 0) return [...new Set(found)];
  return where((key) => distance(key, word) <= Math.ceil(word.length / 4));
}

const namesOf = ({ value, es, en, also = [] }: OptionChoice) => [String(value), es, en, ...also];

const keysOf = (choice: OptionChoice) => namesOf(choice).map((name) => singular(fold(name)));

/** "sábados" and "Tues" as "sábado" and "Tue". Applied to both sides of the comparison. */
const singular = (text: string) => text.replace(/s$/u, '');

/** Years from and to, both included; an absent one is open. */
export interface Years {
  readonly fromYear?: number;
  readonly toYear?: number;
}

/** The decades of films as choices, latest first, with the words that name them. */
export const decadeChoices: readonly OptionChoice<number>[] = Array.from(
  { length: 14 },
  (_, index) => 2020 - 10 * index,
).map((value) => ({
  value,
  es: text.es.decade(value),
  en: text.en.decade(value),
  also: [
    `años ${value}`,
    ...(value < 1920 || value > 1990 ? [] : [`los ${value % 100}`]),
    ...wordsOfDecade(value),
  ],
}));

const FIRST = 1870;
const LAST = 2100;

/**
 * Years as people write them in Spanish or English: "1994", "1990-1999", "años 80", "los 90", "the nineties", "desde 2000",
 * "antes de 1970". A decade of two digits is of the 20th century from 20 on. Undefined if the text is none of these.
 */
export function readYears(typed: string): Years | undefined {
  const words = fold(typed);
  const years = readSpan(words) ?? readDecade(words);
  const given = Object.values(years ?? {});
  return given.length > 0 && given.every((year) => year >= FIRST && year <= LAST) ? years : undefined;
}

/** Years in a form that `readYears` reads in both languages: "1994", "1990-1999", "desde 2000" or "up to 1970". */
export function writeYears({ fromYear, toYear }: Years, language: Language): string {
  if (fromYear === undefined) return toYear === undefined ? '' : text[language].toYear(toYear);
  if (toYear === undefined) return text[language].fromYear(fromYear);
  return fromYear === toYear ? String(fromYear) : `${fromYear}-${toYear}`;
}

function readSpan(words: string): Years | undefined {
  const year = /^(?:en |in |de |el |ano )*(\d{4})$/u.exec(words);
  if (year !== null) return { fromYear: Number(year[1]), toYear: Number(year[1]) };
  const range =
    /^(?:de |del |desde |entre |from |between )?(\d{4}) (?:a |al |hasta |y |to |and |until )?(\d{4})$/u.exec(
      words,
    );
  if (range !== null) {
    const [one, other] = [Number(range[1]), Number(range[2])];
    return { fromYear: Math.min(one, other), toYear: Math.max(one, other) };
  }
  const from = /^(?:desde|since|from|(despues de|after)) (\d{4})$/u.exec(words);
  if (from !== null) return { fromYear: Number(from[2]) + (from[1] === undefined ? 0 : 1) };
  const to = /^(?:hasta|until|up to|to|(antes de|before)) (\d{4})$/u.exec(words);
  return to === null ? undefined : { toYear: Number(to[2]) - (to[1] === undefined ? 0 : 1) };
}

function readDecade(words: string): Years | undefined {
  const named = /^(?:los |las |the |anos |decada |decade |de |del |of )*(\w+)$/u.exec(words)?.[1] ?? '';
  const first = firstYearOf(named);
  return first === undefined ? undefined : { fromYear: first, toYear: first + 9 };
}
