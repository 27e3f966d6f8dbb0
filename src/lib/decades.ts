const WORDS: Readonly<Record<string, number>> = {
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

/** The words of both languages for the decade that begins in `year`: "ochenta", "eighties". */
export const wordsOfDecade = (year: number): string[] =>
  Object.keys(WORDS).filter((word) => WORDS[word] === year);

/**
 * The first year of a decade written as a folded word or as digits, with or without a plural s: "ochenta", "eighties", "80s", "1980".
 * A decade of two digits is of the 20th century from 20 on. Undefined if the word names no decade.
 */
export function firstYearOf(word: string): number | undefined {
  const singular = word.replace(/s$/u, '');
  const named = WORDS[word] ?? WORDS[singular];
  if (named !== undefined || !/^(?:\d\d)?\d0$/u.test(singular)) return named;
  if (singular.length === 4) return Number(singular);
  return Number(singular) + (Number(singular) < 20 ? 2000 : 1900);
}
