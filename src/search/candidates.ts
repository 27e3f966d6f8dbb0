import type { SearchIndex } from './build-index.ts';
import { mostPopular, prefixRange } from './key-table.ts';
import type { Query, Token } from './query.ts';
import { squashedNames } from './squashed-names.ts';

/** How many entries are weighed in full. */
const MOST_CANDIDATES = 500;

/** How far the postings of one token are read, and of how many words that begin with it. */
const MOST_POSTINGS = 20_000;
const MOST_WORDS = 300;

/** Finds entries that share words with a query. Holds the counters that a search needs, so make one and keep it. */
export function createCandidates(index: SearchIndex) {
  const counter = createCounter(index.entryText.length);

  /** The entries of wanted docs to weigh: those that share most with the words, and those that begin with the whole. */
  return ({ variants, squashed }: Query, isWanted: (doc: number) => boolean): Set<number> => {
    const wanted = (entry: number) => isWanted(index.entryDoc[entry] ?? 0);
    const found = new Set<number>();
    for (const { tokens } of variants) {
      for (const token of tokens) countToken(index, token, counter);
      for (const entry of mostShared(counter, wanted)) found.add(entry);
      counter.clear();
    }
    return new Set([...found, ...beginningWith(index, squashed).filter(wanted)]);
  };
}

/** Entries whose name begins with the text: the best known, and those of which it is the whole name. */
function beginningWith(index: SearchIndex, text: string): number[] {
  const { squashed } = index;
  const [from, to] = prefixRange(squashedNames(index), text);
  const whole = Array.from({ length: Math.min(to - from, 50) }, (_, at) => from + at);
  return [...mostPopular(squashed, from, to, 100), ...whole].map((place) => squashed.first[place] ?? 0);
}

/** Sums by entry, each token once an entry, and the entries that have one. */
interface Counter {
  sums: Float32Array;
  touched(): Int32Array;
  nextToken(): void;
  add(entry: number, weight: number): void;
  clear(): void;
}

function createCounter(size: number): Counter {
  const sums = new Float32Array(size);
  const entries = new Int32Array(size);
  const lastToken = new Int32Array(size);
  let token = 0;
  let count = 0;
  return {
    sums,
    touched: () => entries.subarray(0, count),
    nextToken() {
      token++;
    },
    add(entry, weight) {
      if (lastToken[entry] === token) return;
      lastToken[entry] = token;
      if (sums[entry] === 0) entries[count++] = entry;
      sums[entry] = (sums[entry] ?? 0) + weight;
    },
    clear() {
      for (let at = 0; at < count; at++) sums[entries[at] ?? 0] = 0;
      count = 0;
    },
  };
}

function countToken(index: SearchIndex, token: Token, counter: Counter): void {
  const { postingStart, postings } = index;
  counter.nextToken();
  let left = MOST_POSTINGS;
  for (const place of placesOf(index, token)) {
    const from = postingStart[place] ?? 0;
    const to = Math.min(postingStart[place + 1] ?? 0, from + left);
    for (let at = from; at < to; at++) counter.add(postings[at] ?? 0, token.weight);
    left -= to - from;
    if (left <= 0) return;
  }
}

/** The words that a token can mean: itself, the best known that begin with it, those like it. */
function placesOf(index: SearchIndex, { exact, from, to, near }: Token): number[] {
  const places = exact >= 0 ? [exact] : [];
  places.push(...mostPopular(index.words, from, to, MOST_WORDS));
  const alike = [...near].sort(
    ([a, x], [b, y]) => y - x || (index.words.first[a] ?? 0) - (index.words.first[b] ?? 0),
  );
  places.push(...alike.slice(0, MOST_WORDS).map(([place]) => place));
  return places;
}

/** The wanted entries that share most; of equal ones the most popular. Loops, for it goes over thousands of entries. */
function mostShared({ sums, touched }: Counter, isWanted: (entry: number) => boolean): Iterable<number> {
  const wanted = keepWanted(touched(), isWanted);
  if (wanted.length <= MOST_CANDIDATES) return wanted;
  const bins = binsOf(wanted, sums);
  const cut = cutOff(bins);
  const above: number[] = [];
  const level: number[] = [];
  for (let at = 0; at < wanted.length; at++) {
    const bin = bins[at] ?? 0;
    if (bin >= cut) (bin > cut ? above : level).push(wanted[at] ?? 0);
  }
  return [
    ...above,
    ...Int32Array.from(level)
      .sort()
      .subarray(0, MOST_CANDIDATES - above.length),
  ];
}

/** The wanted entries, in their order. */
function keepWanted(entries: Int32Array, isWanted: (entry: number) => boolean): Int32Array {
  const wanted = new Int32Array(entries.length);
  let count = 0;
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? 0;
    if (isWanted(entry)) wanted[count++] = entry;
  }
  return wanted.subarray(0, count);
}

/** For each entry how much it shares, from 0 to what shares most. */
function binsOf(entries: Int32Array, sums: Float32Array): Uint8Array {
  let most = 0;
  for (let at = 0; at < entries.length; at++) most = Math.max(most, sums[entries[at] ?? 0] ?? 0);
  const bins = new Uint8Array(entries.length);
  for (let at = 0; at < entries.length; at++)
    bins[at] = Math.floor(((sums[entries[at] ?? 0] ?? 0) / most) * (BINS - 1));
  return bins;
}

const BINS = 64;

/** The highest bin down to which there are enough candidates. */
function cutOff(bins: Uint8Array): number {
  const counts = new Int32Array(BINS);
  for (let at = 0; at < bins.length; at++) counts[bins[at] ?? 0] = (counts[bins[at] ?? 0] ?? 0) + 1;
  let cut = BINS - 1;
  for (let sum = counts[cut] ?? 0; cut > 0 && sum < MOST_CANDIDATES; sum += counts[cut] ?? 0) cut--;
  return cut;
}
