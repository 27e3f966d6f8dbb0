import type { Language } from '../contract/call.ts';
import { firstYearOf } from '../lib/decades.ts';
import { fold } from '../lib/fold.ts';
import { decadeTerm, isStopWord, languagesOf, wordsOf, yearTerm } from './words.ts';

/** A typed word that says something about a film. */
export interface TypedWord {
  /** As typed. */
  typed: string;
  folded: string;
  /** The term of the year or decade that the word names. */
  period?: string | undefined;
}

export interface Description {
  words: TypedWord[];
  languages: Language[];
}

function periodOf(word: string, before: string): string | undefined {
  if (/^(?:18|19|20)\d\d$/u.test(word)) return yearTerm(Number(word));
  const decade = decadeOf(word, before);
  return decade === undefined ? undefined : decadeTerm(decade);
}

/** "1980s", "80s" and "eighties" alone, "80" and "ochenta" behind a word for years. */
const decadeOf = (word: string, before: string): number | undefined =>
  word.endsWith('s') || /^(?:anos|los|the)$/u.test(before) ? firstYearOf(word) : undefined;

/** The words of a typed description without stop words and repetitions. If nothing is left, the stop words stay. */
export function readDescription(text: string): Description {
  const pieces = (text.match(/[\p{L}\p{N}\p{M}'’.-]+/gu) ?? []).flatMap((typed) => {
    const words = wordsOf(typed);
    return words.map((folded) => ({
      typed: words.length === 1 ? typed.replace(/[.'’-]+$/u, '') : folded,
      folded,
    }));
  });
  const languages = languagesOf(pieces.map(({ folded }) => folded));
  const words = pieces.map(
    (piece, at): TypedWord => ({ ...piece, period: periodOf(piece.folded, pieces[at - 1]?.folded ?? '') }),
  );
  const telling = words.filter(({ folded }) => !languages.some((language) => isStopWord(folded, language)));
  const kept = telling.length > 0 ? telling : words;
  return { words: [...new Map(kept.map((word) => [word.folded, word])).values()], languages };
}

/**
 * A description in at most `room` characters of a custom id, with the same result if possible: without accents, then without the last stop
 * words, then without the last words.
 */
export function packDescription(text: string, room: number): string {
  const words = fold(text).split(' ');
  const languages = languagesOf(words);
  const length = () => encodeURIComponent(words.join('')).length + words.length - 1;
  while (length() > room && words.length > 1) {
    const last = words.findLastIndex((word) => languages.some((language) => isStopWord(word, language)));
    // A stop word is kept, because it tells the language.
    words.splice(last > 0 && words.length > 2 ? last : words.length - 1, 1);
  }
  return words.join(' ');
}
