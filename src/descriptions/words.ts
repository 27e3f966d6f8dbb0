import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { stopwords as englishStopWords } from '@orama/stopwords/english';
import { stopwords as spanishStopWords } from '@orama/stopwords/spanish';
import type { Language } from '../contract/call.ts';
import { fold } from '../lib/fold.ts';

/** The folded words of a text, without possessive endings; none if it has only punctuation. */
export const wordsOf = (text: string): string[] =>
  fold(text.replace(/['’]s\b/gu, ''))
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Words that describe any film. */
const OF_ANY_FILM: Record<Language, string> = {
  es: 'película películas peli pelis film filme cine va trata donde cuando llama',
  en: 'a film films movie movies where when about',
};

const STOP_WORDS: Record<Language, ReadonlySet<string>> = {
  es: new Set([...spanishStopWords, OF_ANY_FILM.es].flatMap(wordsOf)),
  en: new Set([...englishStopWords, OF_ANY_FILM.en].flatMap(wordsOf)),
};

export const isStopWord = (word: string, language: Language): boolean => STOP_WORDS[language].has(word);

/** The languages that words may be in: the one with more stop words among them, or both. */
export function languagesOf(words: readonly string[]): Language[] {
  const count = (language: Language) => words.filter((word) => isStopWord(word, language)).length;
  const [es, en] = [count('es'), count('en')];
  return es === en ? ['es', 'en'] : es > en ? ['es'] : ['en'];
}

/**
 * A term of the index is a folded word's stem behind the letter of its language: "stiburon", "eshark". Names have no language
 * ("nspielberg"). Spanish words are stemmed without their accents, because people often type none.
 */
export const languageTerm: Record<Language, (word: string) => string> = {
  es: (word) => `s${stemSpanish(word)}`,
  en: (word) => `e${stemEnglish(word)}`,
};

export const nameTerm = (word: string): string => `n${word}`;
export const yearTerm = (year: number): string => `y${year}`;
export const decadeTerm = (year: number): string => `d${Math.floor(year / 10)}0`;
