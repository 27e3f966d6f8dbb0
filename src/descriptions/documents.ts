import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Language } from '../contract/call.ts';
import { decadeTerm, isStopWord, languageTerm, nameTerm, wordsOf, yearTerm } from './words.ts';

/** The texts of one film, as documents.sql returns them. */
export interface Document {
  id: number;
  votes: number;
  year: number | null;
  plot: string | null;
  plot_es: string | null;
  titles: string | null;
  titles_es: string | null;
  people: string | null;
  characters: string | null;
  keywords: string | null;
  keywords_es: string | null;
  genres: string | null;
  /** ISO 3166-1 codes. */
  countries: string[];
}

interface Field {
  read(document: Document): string | null;
  language: Language | 'names';
  /** How much a word of the field counts. */
  weight: number;
  /** In a text with more words each counts less. */
  typicalLength?: number;
}

const FIELDS: readonly Field[] = [
  { read: ({ plot }) => plot, language: 'en', weight: 1, typicalLength: 35 },
  { read: ({ plot_es }) => plot_es, language: 'es', weight: 1, typicalLength: 20 },
  { read: ({ keywords }) => keywords, language: 'en', weight: 1.6, typicalLength: 10 },
  { read: ({ keywords_es }) => keywords_es, language: 'es', weight: 1.6, typicalLength: 10 },
  { read: ({ titles }) => titles, language: 'en', weight: 1.5, typicalLength: 5 },
  { read: ({ titles_es }) => titles_es, language: 'es', weight: 1.5, typicalLength: 3 },
  { read: ({ people }) => people, language: 'names', weight: 1.5 },
  { read: ({ characters }) => characters, language: 'names', weight: 1.2 },
  { read: ({ genres }) => genres, language: 'en', weight: 1.5 },
  { read: ({ countries }) => wordCountries(countries, 'es'), language: 'es', weight: 1.5 },
  { read: ({ countries }) => wordCountries(countries, 'en'), language: 'en', weight: 1.5 },
];

/** How much of a field's weight depends on its length, as BM25's b. */
const LENGTH = 0.5;

/**
 * Makes a function that calls `add` for each word of a film that is not a stop word: its term, its weight (BM25F's weighted frequency), and whether it
 * stands in our Spanish synopsis.
 */
export function createTermReader() {
  const terms = FIELDS.map(({ language }) => memoise((word) => termOf(word, language)));
  return (document: Document, add: (term: string, weight: number, isInSpanishPlot: boolean) => void) => {
    for (const [place, { read, weight, typicalLength }] of FIELDS.entries()) {
      const found = wordsOf(read(document) ?? '').map((word) => terms[place]?.(word) ?? '');
      const kept = found.filter((term) => term !== '');
      const length = typicalLength === undefined ? 1 : 1 - LENGTH + (LENGTH * kept.length) / typicalLength;
      for (const term of kept) add(term, weight / length, place === 1);
    }
    if (document.year === null) return;
    add(yearTerm(document.year), 1, false);
    add(decadeTerm(document.year), 1, false);
  };
}

/** '' for a stop word. */
const termOf = (word: string, language: Field['language']): string =>
  language === 'names' ? nameTerm(word) : isStopWord(word, language) ? '' : languageTerm[language](word);

/** The stem of a word is computed once: a catalogue has a million words, but only some ten thousand different ones. */
function memoise(make: (word: string) => string): (word: string) => string {
  const made = new Map<string, string>();
  return (word) => {
    const known = made.get(word);
    if (known !== undefined) return known;
    const value = make(word);
    made.set(word, value);
    return value;
  };
}

interface Nationality extends Record<Language, string> {
  country: string;
}

const nationalities = new Map(
  (
    parse(readFileSync(new URL('nationalities.csv', import.meta.url), 'utf8'), {
      columns: true,
    }) as Nationality[]
  ).map((row) => [row.country, row]),
);

const regions = {
  es: new Intl.DisplayNames('es', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** Countries by name and nationality: "Argentina argentino". */
const wordCountries = (countries: readonly string[], language: Language): string =>
  countries
    // Intl throws for what is not a code.
    .filter((code) => /^[A-Z]{2}$/u.test(code))
    .map((code) => `${regions[language].of(code) ?? ''} ${nationalities.get(code)?.[language] ?? ''}`)
    .join(' ');
