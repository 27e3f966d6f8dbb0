import { fold } from '../lib/fold.ts';
import { type KeyTable, keyTable, type Order, order } from './key-table.ts';
import { type WordTree, wordTree } from './word-tree.ts';
import { canonical, joinedWords, squash, wordsOf } from './words.ts';

/** One name of an entity: a film, a person. */
export interface NameRow {
  id: number;
  name: string;
  /** Its search key; null to make it from the name. */
  folded: string | null;
  /** The entity's popularity. */
  votes: number;
  /** 0 if unknown. */
  year: number;
  /** Bits that a search can require or exclude. */
  flags: number;
}

/**
 * The names of one kind. An entry is a name and a doc an entity; both are numbered by popularity. Typed arrays and strings
 * only, so that it can be serialised.
 */
export interface SearchIndex {
  ids: Int32Array;
  /** ln(1 + votes) of a doc, scaled to 0..1. */
  fame: Float32Array;
  years: Int16Array;
  flags: Uint8Array;
  entryDoc: Int32Array;
  entryText: string[];
  /** The name as written. */
  entryName: string[];
  /** The words of entry e start at `wordStart[e]`: first its own, `wordCount[e]` of them, then joined forms of hyphenated words. */
  wordStart: Int32Array;
  wordCount: Uint8Array;
  entryWords: Int32Array;
  words: KeyTable;
  tree: WordTree;
  /** The place of a word's canonical form: "2" for "ii". */
  canonicalOf: Int32Array;
  /** Inverse document frequency of a word: ln(entries / entries with it), at least 0.5. */
  weights: Float32Array;
  /** The posting list of word w starts at `postingStart[w]`: the entries with the word or its canonical form, ascending. */
  postingStart: Int32Array;
  postings: Int32Array;
  /** The entries sorted by their names without spaces. */
  squashed: Order;
}

/** Builds the index. Rows must be sorted by descending popularity, with the names of one id together. */
export function buildIndex(rows: Iterable<NameRow>): SearchIndex {
  const { docs, entries, numbered } = readRows(rows);
  const { vocabulary, placeOf, canonicalOf } = sortWords(numbered);
  const entryWords = new Int32Array(entries.words.map((number) => placeOf[number] ?? 0));
  const wordStart = new Int32Array(entries.wordStart);
  const { postingStart, postings } = invert({ wordStart, entryWords }, canonicalOf, vocabulary.length);
  const counts = (place: number) => (postingStart[place + 1] ?? 0) - (postingStart[place] ?? 0);
  const most = Math.log(1 + Math.max(...docs.slice(0, 1).map((doc) => doc.votes), 1));
  return {
    ids: new Int32Array(docs.map((doc) => doc.id)),
    fame: new Float32Array(docs.map((doc) => Math.log(1 + doc.votes) / most)),
    years: new Int16Array(docs.map((doc) => doc.year)),
    flags: new Uint8Array(docs.map((doc) => doc.flags)),
    entryDoc: new Int32Array(entries.docs),
    entryText: entries.texts,
    entryName: entries.names,
    wordStart,
    wordCount: new Uint8Array(entries.wordCount),
    entryWords,
    words: keyTable(
      vocabulary,
      new Int32Array(vocabulary.map((_, place) => postings[postingStart[place] ?? 0] ?? 0)),
    ),
    tree: wordTree(vocabulary),
    canonicalOf,
    weights: new Float32Array(
      vocabulary.map((_, place) => Math.max(0.5, Math.log(entries.texts.length / counts(place)))),
    ),
    postingStart,
    postings,
    squashed: squashedOrder(entries.texts),
  };
}

type Doc = Pick<NameRow, 'id' | 'votes' | 'year' | 'flags'>;

/** Columns with one value for each entry; `words` has the words of all entries, as their numbers. */
interface Entries {
  docs: number[];
  texts: string[];
  names: string[];
  wordStart: number[];
  wordCount: number[];
  words: number[];
}

/** Words with their numbers, in the order of their first occurrence. */
type Numbered = Map<string, number>;

function readRows(rows: Iterable<NameRow>) {
  const docs: Doc[] = [];
  const entries: Entries = { docs: [], texts: [], names: [], wordStart: [0], wordCount: [], words: [] };
  const numbered: Numbered = new Map();
  let texts: string[] = [];
  for (const { id, name, folded, votes, year, flags } of rows) {
    if (docs.at(-1)?.id !== id) {
      docs.push({ id, votes, year, flags });
      texts = [];
    }
    const text = folded ?? fold(name);
    if (texts.includes(text)) continue;
    texts.push(text);
    addEntry(entries, numbered, docs.length - 1, text, name);
  }
  return { docs, entries, numbered };
}

const MAX_WORDS = 40;

function addEntry(entries: Entries, numbered: Numbered, doc: number, text: string, name: string): void {
  const own = wordsOf(text);
  if (own.length > MAX_WORDS) own.length = MAX_WORDS;
  for (const word of own) entries.words.push(numberOf(numbered, word));
  for (const word of joinedWords(name, fold)) entries.words.push(numberOf(numbered, word));
  entries.docs.push(doc);
  entries.texts.push(text);
  entries.names.push(name);
  entries.wordCount.push(own.length);
  entries.wordStart.push(entries.words.length);
}

function numberOf(numbered: Numbered, word: string): number {
  const known = numbered.get(word);
  if (known !== undefined) return known;
  numbered.set(word, numbered.size);
  return numbered.size - 1;
}

/** Sorts all words and their canonical forms. Returns the place of each number and of each word's canonical form. */
function sortWords(numbered: Numbered) {
  for (const word of [...numbered.keys()]) numberOf(numbered, canonical(word));
  const vocabulary = [...numbered.keys()].sort();
  const numbers = vocabulary.map((word) => numbered.get(word) ?? 0);
  const placeOf = new Int32Array(vocabulary.length);
  numbers.forEach((number, place) => {
    placeOf[number] = place;
  });
  const canonicalOf = new Int32Array(
    vocabulary.map((word, place) => {
      const form = canonical(word);
      return form === word ? place : (placeOf[numbered.get(form) ?? 0] ?? place);
    }),
  );
  return { vocabulary, placeOf, canonicalOf };
}

/** The entries sorted by their text without spaces, and by popularity if equal. */
function squashedOrder(texts: readonly string[]): Order {
  const squashed = texts.map(squash);
  const entries = squashed.map((_, entry) => entry);
  entries.sort((a, b) => compare(squashed[a] ?? '', squashed[b] ?? '') || a - b);
  return order(new Int32Array(entries));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Builds the posting lists: for each word the entries with it or its canonical form, ascending. */
function invert(
  { wordStart, entryWords }: { wordStart: Int32Array; entryWords: Int32Array },
  canonicalOf: Int32Array,
  width: number,
) {
  const postingStart = new Int32Array(width + 1);
  const count = (place: number) => {
    postingStart[place + 1] = (postingStart[place + 1] ?? 0) + 1;
  };
  for (const place of entryWords) bothForms(place, canonicalOf, count);
  for (let place = 0; place < width; place++) {
    postingStart[place + 1] = (postingStart[place + 1] ?? 0) + (postingStart[place] ?? 0);
  }
  const postings = new Int32Array(postingStart[width] ?? 0);
  const next = postingStart.slice();
  let entry = 0;
  entryWords.forEach((place, at) => {
    while (at >= (wordStart[entry + 1] ?? 0)) entry++;
    bothForms(place, canonicalOf, (form) => {
      postings[next[form] ?? 0] = entry;
      next[form] = (next[form] ?? 0) + 1;
    });
  });
  return { postingStart, postings };
}

function bothForms(place: number, canonicalOf: Int32Array, use: (place: number) => void): void {
  use(place);
  if (canonicalOf[place] !== place) use(canonicalOf[place] ?? 0);
}
