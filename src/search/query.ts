import { fold } from '../lib/fold.ts';
import type { SearchIndex } from './build-index.ts';
import { lowerBound, prefixRange } from './key-table.ts';
import { nearWords } from './typos.ts';
import type { WordTree } from './word-tree.ts';
import { canonical, squash, withoutArticle, wordsOf } from './words.ts';

/** A typed word and the words of the index that it may stand for. */
export interface Token {
  text: string;
  /** The place of its canonical form, or -1. */
  exact: number;
  /** The range of words that begin with it. */
  from: number;
  to: number;
  /** Words within its typos, each with its similarity, 0 to 1. */
  near: Map<number, number>;
  weight: number;
}

/** One reading of the typed words. `yearLeftOut`: the year is the year of release and not a part of the title. */
export interface Variant {
  tokens: Token[];
  yearLeftOut: boolean;
}

/** The typed text, prepared. `variants` are its readings: the words, two neighbours as one word, one word as two, without the year. */
export interface Query {
  /** As typed, in lower case. */
  written: string;
  folded: string;
  squashed: string;
  bare: string;
  /** One word of a script that puts spaces between words. */
  oneWord: boolean;
  /** A year among the words, or 0; and the words without it. */
  year: number;
  withoutYear: string;
  variants: Variant[];
}

const MAX_WORDS = 10;
const YEAR = /^(?:18[7-9]|19\d|20[0-3])\d$/u;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Folds the typed text and finds its words in the index. `typos` adds words within a few edits. */
export function readQuery(
  index: SearchIndex,
  typed: string,
  { typos, titles }: { typos: boolean; titles: boolean },
): Query {
  const folded = fold(typed.slice(0, 200));
  const words = wordsOf(folded).slice(0, MAX_WORDS);
  const year = words.length > 1 ? Number(words.find((word) => YEAR.test(word)) ?? 0) : 0;
  const withoutYear = year === 0 ? folded : words.filter((word) => word !== String(year)).join(' ');
  const known = new Map<string, Token>();
  const read = (word: string): Token => {
    const token = known.get(word) ?? readToken(index, word, typos);
    known.set(word, token);
    return token;
  };
  const variant = (list: string[], yearLeftOut = false): Variant => ({ tokens: list.map(read), yearLeftOut });
  return {
    written: typed.trim().toLowerCase(),
    folded,
    squashed: squash(folded),
    bare: titles ? withoutArticle(folded) : folded,
    oneWord: words.length === 1 && !UNSPACED.test(folded),
    year,
    withoutYear,
    variants: [
      variant(words),
      ...joinNeighbours(index, words).map((list) => variant(list)),
      ...(typos ? splitUnknown(index, words) : []).map((list) => variant(list)),
      ...(year === 0 ? [] : [variant(wordsOf(withoutYear), true)]),
    ],
  };
}

/** Readings with two neighbours as one word that the index has: "dicaprio" for "di caprio". */
function joinNeighbours(index: SearchIndex, words: readonly string[]): string[][] {
  return words.slice(1).flatMap((word, at) => {
    const both = `${words[at]}${word}`;
    return both.length > 4 && isBeginning(index, both)
      ? [[...words.slice(0, at), both, ...words.slice(at + 2)]]
      : [];
  });
}

/** Readings with one unknown word as two neighbours of a name: "de niro" for "deniro". */
function splitUnknown(index: SearchIndex, words: readonly string[]): string[][] {
  return words.flatMap((word, at) =>
    word.length < 5 || isBeginning(index, word)
      ? []
      : Array.from({ length: word.length - 3 }, (_, cut) => [word.slice(0, cut + 2), word.slice(cut + 2)])
          .filter(([first = '', second = '']) => areNeighbours(index, first, second))
          .map((parts) => [...words.slice(0, at), ...parts, ...words.slice(at + 1)]),
  );
}

/** Whether a name has the second word right after the first. */
function areNeighbours(index: SearchIndex, first: string, second: string): boolean {
  const { words, postingStart, postings, wordStart, entryWords } = index;
  const [a, b] = [lowerBound(words.keys, first), lowerBound(words.keys, second)];
  if (words.keys[a] !== first || words.keys[b] !== second) return false;
  const count = (place: number) => (postingStart[place + 1] ?? 0) - (postingStart[place] ?? 0);
  const rarer = count(a) < count(b) ? a : b;
  return postings.subarray(postingStart[rarer], postingStart[rarer + 1]).some((entry) => {
    const own = entryWords.subarray(wordStart[entry], wordStart[entry + 1]);
    return own.some((place, at) => place === a && own[at + 1] === b);
  });
}

function isBeginning({ words: { keys } }: SearchIndex, text: string): boolean {
  return keys[lowerBound(keys, text)]?.startsWith(text) === true;
}

function readToken(index: SearchIndex, text: string, typos: boolean): Token {
  const { keys } = index.words;
  const form = canonical(text);
  const place = lowerBound(keys, form);
  const [from, to] = prefixRange(keys, text);
  const exact = keys[place] === form ? place : -1;
  const near = typos ? likeWords(keys, index.tree, text) : new Map<number, number>();
  return { text, exact, from, to, near, weight: weigh(index, exact, text) };
}

/** A word's weight: its inverse document frequency, or, if it is unknown, by its length. */
function weigh({ weights }: SearchIndex, exact: number, text: string): number {
  const unknown = Math.min(9, 2 + text.length);
  return exact < 0 ? unknown : Math.min(unknown, weights[exact] ?? unknown);
}

/** Similarity by number of edits: of a whole word, and of a word's beginning. */
const LIKENESS = [0.95, 0.78, 0.6];
const LIKENESS_OF_BEGINNING = [0.85, 0.68, 0.5];

function likeWords(keys: readonly string[], tree: WordTree, text: string): Map<number, number> {
  const limit = text.length < 3 ? 0 : text.length < 8 ? 1 : 2;
  const near = limit === 0 ? [] : nearWords(tree, text, limit);
  const meant = near.filter(({ place, partial }) =>
    text.length === 3 ? isSwap(text, keys[place] ?? '') : !partial || text.length > 4,
  );
  return new Map(
    meant.map(({ place, distance, partial }) => [
      place,
      (partial ? LIKENESS_OF_BEGINNING : LIKENESS)[distance] ?? 0,
    ]),
  );
}

/**
 * Whether the typed word may mean a different word: only the beginning matches, or more than a fifth of the letters are
 * wrong. In a short word, one other letter makes another word.
 */
export function isDoubtful(text: string, word: string, alike: number): boolean {
  const edits = LIKENESS.indexOf(alike);
  if (edits < 0) return true;
  if (edits / text.length <= 0.2 && (text.length !== 5 || word.length !== text.length)) return false;
  return !isSwap(text, word);
}

/** In words of three letters only two swapped letters count as a typo; any other edit makes another word. */
const isSwap = (a: string, b: string) =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
