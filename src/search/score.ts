import type { SearchIndex } from './build-index.ts';
import type { Query, Token } from './query.ts';
import { withoutArticle } from './words.ts';

/** How a name fits what was typed, best first: `same` to the sign ("It", not "I.T."); `near` leaves something unexplained. */
export const FITS = ['same', 'exact', 'prefix', 'word', 'typo', 'near'] as const;
export type Fit = (typeof FITS)[number];

export interface Scored {
  score: number;
  /** Place in FITS. */
  fit: number;
}

const [SAME, EXACT, BEGINS, WORD, TYPO, NEAR] = [0, 1, 2, 3, 4, 5] as const;

/** What a search wants of a name besides its words, by how much it outweighs the rest. */
const WEIGHTS = { words: 3, coverage: 0.7, start: 0.35, order: 0.15, fame: 1.1, year: 1.2 };
const BONUS = { same: 2.4, exact: 2.2, squashed: 2, bare: 1.8, prefix: 0.7, squashedPrefix: 0.5 };

/** A word counts as meant when it is at least as alike as a beginning is. */
const PREFIX = 0.8;
const MATCHED = 0.5;

/** Scores an entry against a query: how well its words explain what was typed, how much of it was typed, its fame. */
export function scoreEntry(index: SearchIndex, query: Query, entry: number): Scored {
  const doc = index.entryDoc[entry] ?? 0;
  const inYear = query.year !== 0 && index.years[doc] === query.year;
  const whole = compareWhole(query, index, entry, inYear);
  let best: Scored = { score: Number.NEGATIVE_INFINITY, fit: NEAR };
  for (const { tokens, yearLeftOut } of query.variants) {
    if (yearLeftOut && !inYear) continue;
    const { score, fit } = scoreWords(index, tokens, entry);
    const bonus = yearLeftOut ? WEIGHTS.year : 0;
    if (score + bonus > best.score) best = { score: score + bonus, fit };
  }
  const fame = (index.fame[doc] ?? 0) * WEIGHTS.fame;
  return { score: best.score + whole.bonus + fame, fit: Math.min(best.fit, whole.fit) };
}

function compareWhole(query: Query, { entryText, entryName }: SearchIndex, entry: number, inYear: boolean) {
  const { folded, squashed, bare, withoutYear } = query;
  const text = entryText[entry] ?? '';
  if (text === folded && entryName[entry]?.toLowerCase() === query.written)
    return { bonus: BONUS.same, fit: SAME };
  if (text === folded || (inYear && text === withoutYear)) return { bonus: BONUS.exact, fit: EXACT };
  const letters = squashedMatch(text, squashed);
  if (letters === 'all') return { bonus: BONUS.squashed, fit: EXACT };
  // Cheap to ask and mostly no: then the title without its article cannot begin with the words either.
  const short = text.includes(bare) ? withoutArticle(text) : '';
  if (short === bare) return { bonus: BONUS.bare, fit: EXACT };
  if (text.startsWith(folded) || short.startsWith(bare)) return { bonus: BONUS.prefix, fit: BEGINS };
  return letters === 'beginning' ? { bonus: BONUS.squashedPrefix, fit: BEGINS } : { bonus: 0, fit: NEAR };
}

/** How much of a text, blanks left out, is that beginning. */
function squashedMatch(text: string, squashed: string): 'all' | 'beginning' | 'none' {
  let at = 0;
  for (let letter = 0; letter < text.length; letter++) {
    const unit = text.charCodeAt(letter);
    if (unit === BLANK) continue;
    if (at === squashed.length) return 'beginning';
    if (unit !== squashed.charCodeAt(at)) return 'none';
    at++;
  }
  return at === squashed.length ? 'all' : 'none';
}

const BLANK = 32;

/** One loop without closures: it runs for every word of hundreds of names at each key pressed. */
function scoreWords(index: SearchIndex, tokens: readonly Token[], entry: number): Scored {
  const start = index.wordStart[entry] ?? 0;
  const end = index.wordStart[entry + 1] ?? start;
  let [alikeSum, weightSum, used, fit, last] = [0, 0, 0, 0, -1];
  let [begins, inOrder] = [false, true];
  for (const token of tokens) {
    const { alike, at } = bestWord(index, token, start, end);
    alikeSum += token.weight * alike;
    weightSum += token.weight;
    fit = Math.max(fit, fitOf(alike));
    if (alike < MATCHED) continue;
    used += index.weights[index.entryWords[at] ?? 0] ?? 0;
    begins ||= at === start;
    inOrder &&= at > last;
    last = at;
  }
  const coverage = Math.min(1, used / (ownWeight(index, start, index.wordCount[entry] ?? 0) || 1));
  const score =
    WEIGHTS.words * (alikeSum / weightSum) ** 2 +
    WEIGHTS.coverage * coverage +
    (begins ? WEIGHTS.start : 0) +
    (inOrder ? WEIGHTS.order : 0);
  return { score, fit };
}

const fitOf = (alike: number): number => (alike >= PREFIX ? WORD : alike >= MATCHED ? TYPO : NEAR);

function ownWeight({ entryWords, weights }: SearchIndex, start: number, own: number): number {
  let sum = 0;
  for (let at = start; at < start + own; at++) sum += weights[entryWords[at] ?? 0] ?? 0;
  return sum;
}

/** The word of an entry that is most like a token, and where it stands. */
function bestWord(
  index: SearchIndex,
  token: Token,
  start: number,
  end: number,
): { alike: number; at: number } {
  let alike = 0;
  let best = start;
  for (let at = start; at < end; at++) {
    const one = likeness(index, token, index.entryWords[at] ?? 0);
    if (one > alike) {
      alike = one;
      best = at;
    }
  }
  return { alike, at: best };
}

function likeness(
  { canonicalOf, words }: SearchIndex,
  { exact, from, to, near, text }: Token,
  place: number,
): number {
  if (exact >= 0 && canonicalOf[place] === exact) return 1;
  if (place >= from && place < to) return PREFIX + 0.15 * (text.length / (words.keys[place]?.length ?? 1));
  return near.get(place) ?? 0;
}
