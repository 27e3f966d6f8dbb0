/** Filters of films; an absent filter accepts every film. */
export interface FilmFilters {
  /** TMDB id of a genre. */
  readonly genre?: number | undefined;
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
  /** ISO 3166-1 code. */
  readonly country?: string | undefined;
  /** ISO 639-1 code of the original language. */
  readonly language?: string | undefined;
  /** In minutes. */
  readonly shortest?: number | undefined;
  readonly longest?: number | undefined;
  /** The least mean vote, 0 to 10. */
  readonly score?: number | undefined;
  readonly votes?: number | undefined;
  /** The id of somebody who acted in it or directed it. */
  readonly person?: number | undefined;
}

/** The fields in the order in which they are packed. */
const NUMBERS = [
  'genre',
  'fromYear',
  'toYear',
  'shortest',
  'longest',
  'score',
  'votes',
  'person',
] as const satisfies (keyof FilmFilters)[];
const CODES = ['country', 'language'] as const satisfies (keyof FilmFilters)[];

/** Filters in the fewest characters, for a custom id: "p.1j8.1jh......ar.es". */
export const packFilters = (filters: FilmFilters): string =>
  [
    ...NUMBERS.map((field) => filters[field]?.toString(36) ?? ''),
    ...CODES.map((field) => filters[field]?.toLowerCase() ?? ''),
  ].join('.');

/** Reads what `packFilters` wrote; undefined if it did not write it. */
export function unpackFilters(packed: string): FilmFilters | undefined {
  const texts = packed.split('.');
  const isPacked =
    texts.length === NUMBERS.length + CODES.length &&
    texts.every((text) => /^(?:-?[0-9a-z]{1,7})?$/u.test(text));
  if (!isPacked) return undefined;
  const numbers = NUMBERS.map((field, index) => [
    field,
    texts[index],
    Number.parseInt(texts[index] ?? '', 36),
  ]);
  const [country = '', language = ''] = texts.slice(NUMBERS.length);
  return {
    ...Object.fromEntries(numbers.flatMap(([field, text, number]) => (text === '' ? [] : [[field, number]]))),
    ...(country !== '' && { country: country.toUpperCase() }),
    ...(language !== '' && { language }),
  };
}
