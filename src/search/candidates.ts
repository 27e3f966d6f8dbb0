import type { SearchIndex } from './build-index.ts';
import { mostPopular, prefixRange } from './key-table.ts';
import type { Query, Token } from './query.ts';
import { squashedNames } from './whole-names.ts';

/** How many entries are scored. */
const MAX_CANDIDATES = 500;

/** Limits for one token: postings that are read, and words that it may stand for. */
const MAX_POSTINGS = 20_000;
const MAX_WORDS = 300;

/** Makes the candidate search of an index. It allocates counters of the index's size, so create one per index. */
export function createCandidates(index: SearchIndex) {
  const counter = createCounter(index.entryText.length);

  /** Entries to score: those with the highest weight of shared words, and those that begin with the typed text. */
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

/** Entries whose name begins with the text: the most popular, and those whose whole name it is. */
function beginningWith(index: SearchIndex, text: string): number[] {
  const { squashed } = index;
  const [from, to] = prefixRange(squashedNames(index), text);
  const whole = Array.from({ length: Math.min(to - from, 50) }, (_, at) => from + at);
  return [...mostPopular(squashed, from, to, 100), ...whole].map((place) => squashed.first[place] ?? 0);
}

/** Sums the weights of tokens by entry. A token counts once for each entry. */
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
  let left = MAX_POSTINGS;
  for (const place of placesOf(index, token)) {
    const from = postingStart[place] ?? 0;
    const to = Math.min(postingStart[place + 1] ?? 0, from + left);
    for (let at = from; at < to; at++) counter.add(postings[at] ?? 0, token.weight);
    left -= to - from;
    if (left <= 0) return;
  }
}

/** The words that a token may stand for: itself, the most popular ones that begin with it, and those within its typos. */
function placesOf(index: SearchIndex, { exact, from, to, near }: Token): number[] {
  const places = exact >= 0 ? [exact] : [];
  places.push(...mostPopular(index.words, from, to, MAX_WORDS));
  const alike = [...near].sort(
    ([a, x], [b, y]) => y - x || (index.words.first[a] ?? 0) - (index.words.first[b] ?? 0),
  );
  places.push(...alike.slice(0, MAX_WORDS).map(([place]) => place));
  return places;
}

/** The wanted entries with the highest sums, the most popular ones first among equals. A hot loop over thousands of entries. */
function mostShared({ sums, touched }: Counter, isWanted: (entry: number) => boolean): Iterable<number> {
  const wanted = keepWanted(touched(), isWanted);
  if (wanted.length <= MAX_CANDIDATES) return wanted;
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
      .subarray(0, MAX_CANDIDATES - above.length),
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

/** The sum of each entry as one of `BINS` bins, from 0 to the highest sum. */
function binsOf(entries: Int32Array, sums: Float32Array): Uint8Array {
  let most = 0;
  for (let at = 0; at < entries.length; at++) most = Math.max(most, sums[entries[at] ?? 0] ?? 0);
  const bins = new Uint8Array(entries.length);
  for (let at = 0; at < entries.length; at++)
    bins[at] = Math.floor(((sums[entries[at] ?? 0] ?? 0) / most) * (BINS - 1));
  return bins;
}

const BINS = 64;

/** The highest bin that, together with the bins above it, has enough candidates. */
function cutOff(bins: Uint8Array): number {
  const counts = new Int32Array(BINS);
  for (let at = 0; at < bins.length; at++) counts[bins[at] ?? 0] = (counts[bins[at] ?? 0] ?? 0) + 1;
  let cut = BINS - 1;
  for (let sum = counts[cut] ?? 0; cut > 0 && sum < MAX_CANDIDATES; sum += counts[cut] ?? 0) cut--;
  return cut;
}
