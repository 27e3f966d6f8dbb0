import { fold } from '../lib/fold.ts';
import { type KeyTable, keyTable } from './key-table.ts';
import { type WordTree, wordTree } from './word-tree.ts';
import { canonical, joinedWords, squash, wordsOf } from './words.ts';

/** One name of one thing that can be found. Things come most popular first; the names of one thing come together. */
export interface NameRow<Label = unknown> {
  id: number;
  name: string;
  folded: string;
  /** Votes: how well known the thing is. */
  votes: number;
  /** 0 where there is none. */
  year: number;
  /** Bits that a search can ask for or refuse. */
  flags: number;
  /** How the thing is shown; on one of its names. */
  label: Label | undefined;
}

/** Names in memory, by entry (a name) and doc (a thing); both are numbered by popularity. */
export interface SearchIndex<Label = unknown> {
  ids: Int32Array;
  /** How well known a doc is, 0 to 1. */
  fame: Float32Array;
  years: Int16Array;
  flags: Uint8Array;
  labels: (Label | undefined)[];
  entryDoc: Int32Array;
  entryText: string[];
  /** The name as written. */
  entryName: string[];
  /** The words of entry e: from `wordStart[e]`; the first `wordCount[e]` are its own, the others joined forms. */
  wordStart: Int32Array;
  wordCount: Uint8Array;
  entryWords: Int32Array;
  words: KeyTable;
  tree: WordTree;
  /** The place of the form under which a word is compared. */
  canonicalOf: Int32Array;
  /** How much a word says: ln(entries / entries with it), at least 0.5. */
  weights: Float32Array;
  /** The entries that have a word or its canonical form: from `postingStart[w]`, ascending. */
  postingStart: Int32Array;
  postings: Int32Array;
  /** Whole names without blanks. */
  squashed: KeyTable;
}

/** Builds the index; rows must come by falling popularity, those of one id together. */
export function buildIndex<Label>(rows: Iterable<NameRow<Label>>): SearchIndex<Label> {
  const { docs, entries } = readRows(rows);
  const places = new Map<string, number>();
  const vocabulary = collectWords(entries, places);
  const canonicalOf = Int32Array.from(vocabulary, (word) => places.get(canonical(word)) ?? 0);
  const lists = layWords(entries, places);
  const { postingStart, postings } = invert(lists, canonicalOf, vocabulary.length);
  const counts = (place: number) => (postingStart[place + 1] ?? 0) - (postingStart[place] ?? 0);
  const most = Math.log(1 + Math.max(...docs.slice(0, 1).map((doc) => doc.votes), 1));
  const keys = entries.map((entry, index) => ({ key: squash(entry.text), index }));
  keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index));
  return {
    ids: Int32Array.from(docs, (doc) => doc.id),
    fame: Float32Array.from(docs, (doc) => Math.log(1 + doc.votes) / most),
    years: Int16Array.from(docs, (doc) => doc.year),
    flags: Uint8Array.from(docs, (doc) => doc.flags),
    labels: docs.map((doc) => doc.label),
    entryDoc: Int32Array.from(entries, (entry) => entry.doc),
    entryText: entries.map((entry) => entry.text),
    entryName: entries.map((entry) => entry.name),
    ...lists,
    words: keyTable(
      vocabulary,
      Int32Array.from(vocabulary, (_, place) => postings[postingStart[place] ?? 0] ?? 0),
    ),
    tree: wordTree(vocabulary),
    canonicalOf,
    weights: Float32Array.from(vocabulary, (_, place) =>
      Math.max(0.5, Math.log(entries.length / counts(place))),
    ),
    postingStart,
    postings,
    squashed: keyTable(
      keys.map(({ key }) => key),
      Int32Array.from(keys, ({ index }) => index),
    ),
  };
}

interface Doc<Label> {
  id: number;
  votes: number;
  year: number;
  flags: number;
  label: Label | undefined;
}

interface Entry {
  doc: number;
  text: string;
  name: string;
  words: string[];
  joined: string[];
}

function readRows<Label>(rows: Iterable<NameRow<Label>>): { docs: Doc<Label>[]; entries: Entry[] } {
  const docs: Doc<Label>[] = [];
  const entries: Entry[] = [];
  let texts = new Set<string>();
  for (const { id, name, folded, votes, year, flags, label } of rows) {
    let doc = docs.at(-1);
    if (doc?.id !== id) {
      doc = { id, votes, year, flags, label };
      docs.push(doc);
      texts = new Set();
    }
    doc.label ??= label;
    if (texts.has(folded)) continue;
    texts.add(folded);
    const words = wordsOf(folded).slice(0, 40);
    entries.push({
      doc: docs.length - 1,
      text: folded,
      name,
      words,
      joined: joinedWords(name, fold),
    });
  }
  return { docs, entries };
}

function collectWords(entries: readonly Entry[], places: Map<string, number>): string[] {
  const all = new Set<string>();
  for (const { words, joined } of entries) {
    for (const word of words) all.add(word).add(canonical(word));
    for (const word of joined) all.add(word);
  }
  const vocabulary = [...all].sort();
  vocabulary.forEach((word, place) => {
    places.set(word, place);
  });
  return vocabulary;
}

function layWords(entries: readonly Entry[], places: Map<string, number>) {
  const wordStart = new Int32Array(entries.length + 1);
  const total = entries.reduce((sum, { words, joined }) => sum + words.length + joined.length, 0);
  const entryWords = new Int32Array(total);
  let at = 0;
  entries.forEach(({ words, joined }, entry) => {
    wordStart[entry] = at;
    for (const word of words) entryWords[at++] = places.get(word) ?? 0;
    for (const word of joined) entryWords[at++] = places.get(word) ?? 0;
  });
  wordStart[entries.length] = at;
  return { wordStart, wordCount: Uint8Array.from(entries, ({ words }) => words.length), entryWords };
}

/** For each word the entries that have it or write it otherwise, ascending. */
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
