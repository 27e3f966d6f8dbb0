import type { SearchIndex } from './build-index.ts';
import type { Query, Token } from './query.ts';
import { squash, withoutArticle } from './words.ts';

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
  if (entryName[entry] === query.written) return { bonus: BONUS.same, fit: SAME };
  if (text === folded || (inYear && text === withoutYear)) return { bonus: BONUS.exact, fit: EXACT };
  if (squash(text) === squashed) return { bonus: BONUS.squashed, fit: EXACT };
  if (withoutArticle(text) === bare) return { bonus: BONUS.bare, fit: EXACT };
  if (text.startsWith(folded) || withoutArticle(text).startsWith(bare))
    return { bonus: BONUS.prefix, fit: BEGINS };
  if (squash(text).startsWith(squashed)) return { bonus: BONUS.squashedPrefix, fit: BEGINS };
  return { bonus: 0, fit: NEAR };
}

function scoreWords(index: SearchIndex, tokens: readonly Token[], entry: number): Scored {
  const start = index.wordStart[entry] ?? 0;
  const matches = tokens.map((token) => ({
    token,
    ...bestWord(index, token, start, index.wordStart[entry + 1] ?? start),
  }));
  const met = matches.filter(({ alike }) => alike >= MATCHED);
  const sum = (list: typeof matches, value: (match: (typeof matches)[number]) => number) =>
    list.reduce((total, match) => total + value(match), 0);
  const quality =
    sum(matches, ({ token, alike }) => token.weight * alike) / sum(matches, ({ token }) => token.weight);
  const used = sum(met, ({ at }) => index.weights[index.entryWords[at] ?? 0] ?? 0);
  const coverage = Math.min(1, used / (ownWeight(index, start, index.wordCount[entry] ?? 0) || 1));
  const places = met.map(({ at }) => at - start);
  const score =
    WEIGHTS.words * quality ** 2 +
    WEIGHTS.coverage * coverage +
    (places.includes(0) ? WEIGHTS.start : 0) +
    (places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0)) ? WEIGHTS.order : 0);
  return {
    score,
    fit: Math.max(...matches.map(({ alike }) => (alike >= PREFIX ? WORD : alike >= MATCHED ? TYPO : NEAR))),
  };
}

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
