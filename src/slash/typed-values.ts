import type { OptionChoice } from '../contract/signature.ts';
import { fold } from '../lib/fold.ts';

/** Accepted spellings of a choice's name besides the name itself, folded. */
const VARIANTS: Readonly<Record<string, string>> = { septiembre: 'setiembre' };

/** Minimum letters of a prefix: "sep", "mié", "Tue". */
const SHORTEST_PREFIX = 3;

/**
 * The choice that a person typed: its value, its name in either language, or a prefix that no other choice has. Case,
 * accents, plural and leading zeros do not matter. `undefined` if no choice or several match.
 */
export function findChoice(choices: readonly OptionChoice[], value: string): OptionChoice | undefined {
  const typed = value.trim();
  // Folding drops signs and points: "-1" and "1.0" would become other numbers.
  if (!/\p{L}/u.test(typed)) {
    const number = typed.replace(/^0+(?=\d)/u, '');
    return choices.find((choice) => namesOf(choice).includes(number));
  }
  const word = singular(fold(typed));
  const known = choices.map((choice) => ({ choice, keys: keysOf(choice) }));
  const exact = known.find(({ keys }) => keys.includes(word));
  if (exact !== undefined || word.length < SHORTEST_PREFIX) return exact?.choice;
  const [match, ...others] = known.filter(({ keys }) => keys.some((key) => key.startsWith(word)));
  return others.length === 0 ? match?.choice : undefined;
}

const namesOf = ({ value, es, en }: OptionChoice) => [String(value), es, en];

function keysOf(choice: OptionChoice): string[] {
  const keys = namesOf(choice).map(fold);
  return [...keys, ...keys.flatMap((key) => VARIANTS[key] ?? [])].map(singular);
}

/** "sábados" and "Tues" as "sábado" and "Tue". Applied to both sides of the comparison. */
const singular = (text: string) => text.replace(/s$/u, '');

/** Years from and to, both included; an absent one is open. */
export interface Years {
  readonly fromYear?: number;
  readonly toYear?: number;
}

const DECADES: Readonly<Record<string, number>> = {
  veinte: 1920,
  treinta: 1930,
  cuarenta: 1940,
  cincuenta: 1950,
  sesenta: 1960,
  setenta: 1970,
  ochenta: 1980,
  noventa: 1990,
  twenties: 1920,
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
};

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
  const named = /^(?:los |las |the |anos |decada |decade |de |del |of )*(\w+?)s?$/u.exec(words)?.[1] ?? '';
  const first = DECADES[named] ?? DECADES[`${named}s`] ?? firstOfDigits(named);
  return first === undefined ? undefined : { fromYear: first, toYear: first + 9 };
}

function firstOfDigits(digits: string): number | undefined {
  if (!/^(?:\d\d)?\d0$/u.test(digits)) return undefined;
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) < 20 ? 2000 : 1900);
}
