import type { SearchIndex } from './build-index.ts';
import { mostPopular, prefixRange } from './key-table.ts';
import type { Query, Token } from './query.ts';

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
    const add = (entry: number) => found.add(entry);
    for (const { tokens } of variants) {
      for (const token of tokens) countToken(index, token, counter);
      mostShared(counter.sums, counter.touched.filter(wanted)).forEach(add);
      counter.clear();
    }
    beginningWith(index, squashed).filter(wanted).forEach(add);
    return found;
  };
}

/** Entries whose name begins with the text: the best known, and those of which it is the whole name. */
function beginningWith({ squashed }: SearchIndex, text: string): number[] {
  const [from, to] = prefixRange(squashed.keys, text);
  const whole = Array.from({ length: Math.min(to - from, 50) }, (_, at) => from + at);
  return [...mostPopular(squashed, from, to, 100), ...whole].map((place) => squashed.first[place] ?? 0);
}

/** Sums by entry; each token counts once an entry. */
function createCounter(entries: number) {
  const sums = new Float32Array(entries);
  const lastToken = new Int32Array(entries);
  let token = 0;
  return {
    sums,
    touched: [] as number[],
    nextToken: () => {
      token++;
    },
    add(entry: number, weight: number): void {
      if (lastToken[entry] === token) return;
      lastToken[entry] = token;
      if (sums[entry] === 0) this.touched.push(entry);
      sums[entry] = (sums[entry] ?? 0) + weight;
    },
    clear(): void {
      for (const entry of this.touched) sums[entry] = 0;
      this.touched = [];
    },
  };
}

function countToken(index: SearchIndex, token: Token, counter: ReturnType<typeof createCounter>): void {
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

/** The entries that share most; of equal ones the most popular. */
function mostShared(shared: Float32Array, touched: readonly number[]): number[] {
  const most = touched.reduce((sum, entry) => Math.max(sum, shared[entry] ?? 0), 0);
  const bin = (entry: number) => Math.floor(((shared[entry] ?? 0) / most) * (BINS - 1));
  const counts = new Int32Array(BINS);
  for (const entry of touched) counts[bin(entry)] = (counts[bin(entry)] ?? 0) + 1;
  const cut = cutOff(counts);
  const above = touched.filter((entry) => bin(entry) > cut);
  const level = Int32Array.from(touched.filter((entry) => bin(entry) === cut)).sort();
  return [...above, ...level.subarray(0, MOST_CANDIDATES - above.length)];
}

const BINS = 64;

/** The highest bin down to which there are enough candidates. */
function cutOff(counts: Int32Array): number {
  let cut = BINS - 1;
  for (let sum = counts[cut] ?? 0; cut > 0 && sum < MOST_CANDIDATES; sum += counts[cut] ?? 0) cut--;
  return cut;
}
