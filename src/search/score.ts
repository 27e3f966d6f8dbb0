import { fold } from '../lib/fold.ts';
import type { SearchIndex } from './build-index.ts';
import type { Scoring } from './kind.ts';
import { isDoubtful, type Query, type Token } from './query.ts';
import { squash, withoutArticle } from './words.ts';

/**
 * How a name fits the typed text, best first:
 *
 * - `same`: equal except for case ("It", not "I.T.")
 * - `exact`: equal except for accents, spaces, punctuation and articles
 * - `word`: each typed word is a word of the name
 * - `begins`: one typed word is only the beginning of a word
 * - `typo`: one typed word is mistyped
 * - `near`: one typed word matches nothing in the name
 */
export const FITS = ['same', 'exact', 'word', 'begins', 'typo', 'near'] as const;
export type Fit = (typeof FITS)[number];

export interface Scored {
  score: number;
  /** Place in FITS. */
  fit: number;
  /** As Fitting. */
  sure: boolean;
}

const [SAME, EXACT, WORD, BEGINS, TYPO, NEAR] = [0, 1, 2, 3, 4, 5] as const;

/** Minimum similarities: of a word that the typed word begins, and of a word that counts as matched. */
const PREFIX = 0.8;
const MATCHED = 0.5;

/** A match is sure if this share of the title was typed, whatever its fame. */
const EXPLAINED = 0.8;
/** A match is sure if share and fame together exceed this: a few words suffice for a famous film. */
const ENOUGH = 0.9;
/** The same if the typed text is one incomplete word. */
const ENOUGH_BEGUN = 1.3;
/** The share that counts as typed for a main title without its subtitle, and in addition for the right year. */
const MAIN_TITLE = 0.7;
const RIGHT_YEAR = 0.25;

/** Scores an entry: how well its words match the typed ones, how much of the name was typed, and its fame. */
export function scoreEntry(index: SearchIndex, query: Query, entry: number, scoring: Scoring): Scored {
  const doc = index.entryDoc[entry] ?? 0;
  const fame = index.fame[doc] ?? 0;
  const inYear = query.year !== 0 && index.years[doc] === query.year;
  const whole = compareWhole(query, index, entry, inYear, scoring);
  const words = bestReading(index, query, entry, inYear, scoring);
  const fit = Math.min(words.fit, whole.fit);
  const share = Math.max(words.explained, whole.letters);
  const clear = !scoring.titles || isClear({ fit, fame, share, oneWord: query.oneWord });
  return {
    score: words.score + whole.bonus + fame * scoring.weights.fame,
    fit,
    sure: fit <= EXACT || (fit < NEAR && words.sound && clear),
  };
}

/** The match of the best reading. A matching year of release adds to it. */
function bestReading(
  index: SearchIndex,
  { variants }: Query,
  entry: number,
  inYear: boolean,
  scoring: Scoring,
): Words {
  let best = NO_WORDS;
  for (const { tokens, yearLeftOut } of variants) {
    if (yearLeftOut && !inYear) continue;
    const words = scoreWords(index, tokens, entry, scoring);
    if (yearLeftOut) {
      words.score += scoring.weights.year;
      words.explained += RIGHT_YEAR;
    }
    if (words.score > best.score) best = words;
  }
  return best;
}

interface Clues {
  fit: number;
  fame: number;
  /** The share of the title that was typed. */
  share: number;
  oneWord: boolean;
}

/** Whether enough of a title was typed, given its fame. */
function isClear({ fit, fame, share, oneWord }: Clues): boolean {
  if (fit === BEGINS && oneWord) return share + fame > ENOUGH_BEGUN;
  return share > EXPLAINED || share + fame > ENOUGH;
}

interface Whole {
  bonus: number;
  fit: number;
  /** The share of the name that the typed text covers as its beginning. */
  letters: number;
}

function compareWhole(
  query: Query,
  index: SearchIndex,
  entry: number,
  inYear: boolean,
  scoring: Scoring,
): Whole {
  const { titles, bonus } = scoring;
  const text = index.entryText[entry] ?? '';
  // `includes` is cheap and mostly false: then the title without its article cannot begin with the words either.
  const short = titles && text.includes(query.bare) ? withoutArticle(text) : '';
  const letters = squashedMatch(text, query.squashed);
  if (short === '' && letters === 'none' && !inYear) return NOT_BEGUN;
  const compared = { text, short, letters, name: index.entryName[entry] ?? '', inYear };
  const called = wholeName(query, compared);
  if (called === undefined) return beginning(query, compared, scoring);
  const points = text.includes(' ') ? bonus[called] : Math.min(bonus[called], bonus.oneWord);
  return { bonus: points, fit: called === 'same' ? SAME : EXACT, letters: 1 };
}

/** The match of a name that begins with the typed text. */
function beginning(
  { folded, squashed, bare }: Query,
  { text, short, letters, name }: Compared,
  { titles, bonus }: Scoring,
): Whole {
  if (text.startsWith(folded) || (titles && short.startsWith(bare)))
    return { bonus: bonus.prefix, fit: BEGINS, letters: mainTitle(text, folded, name) };
  if (letters === 'none') return NOT_BEGUN;
  return { bonus: bonus.squashedPrefix, fit: BEGINS, letters: squashed.length / squash(text).length };
}

const NOT_BEGUN: Whole = { bonus: 0, fit: NEAR, letters: 0 };

interface Compared {
  text: string;
  /** The text without its article. */
  short: string;
  letters: 'all' | 'beginning' | 'none';
  name: string;
  inYear: boolean;
}

/** How the whole name equals the typed text; undefined if it does not. */
function wholeName(
  { written, folded, withoutYear, bare }: Query,
  { text, short, letters, name, inYear }: Compared,
): 'same' | 'exact' | 'squashed' | 'bare' | undefined {
  if (text === folded) return name.toLowerCase() === written ? 'same' : 'exact';
  if (inYear && text === withoutYear) return 'exact';
  if (letters === 'all') return 'squashed';
  return short === bare ? 'bare' : undefined;
}

/** The share of a title that counts as typed if the typed text is its main title: "Torrente 2" of "Torrente 2: Misión en Marbella". */
function mainTitle(text: string, folded: string, name: string): number {
  const isMain = text.startsWith(`${folded} `) && fold(name.split(/: | [-–(]/u)[0] ?? '') === folded;
  return isMain ? MAIN_TITLE : 0;
}

/** Whether a text without spaces equals the typed text or begins with it. */
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

/** How the typed words match those of a name. */
interface Words {
  score: number;
  fit: number;
  /** No match is doubtful, and the words are in order if the order matters. */
  sound: boolean;
  /** The share of the name's weight that was typed. A word's beginning counts by its share of the letters. */
  explained: number;
}

const NO_WORDS: Words = {
  score: Number.NEGATIVE_INFINITY,
  fit: NEAR,
  sound: false,
  explained: 0,
};

function scoreWords(index: SearchIndex, tokens: readonly Token[], entry: number, scoring: Scoring): Words {
  const { weights, titles } = scoring;
  const { alike, used, explained, fit, begins, inOrder, doubtful } = matchWords(index, tokens, entry);
  const own = index.wordCount[entry] ?? 0;
  const weight = ownWeight(index, index.wordStart[entry] ?? 0, own) || 1;
  const score =
    weights.words * alike ** 2 +
    weights.coverage * Math.min(1, used / weight) +
    weights.start * Number(begins) +
    weights.order * Number(inOrder);
  const isInPlace = inOrder || !titles;
  const isWhole = fit === WORD && isInPlace && tokens.length === own && Math.abs(used - weight) < 1e-6;
  return {
    score,
    fit: isWhole ? EXACT : fit,
    sound: isInPlace && !doubtful,
    explained: explained / weight,
  };
}

/**
 * Matches the tokens with the words of an entry: the similarity, the weight of the matched words, and the weight of their
 * typed letters. A hot loop without closures: it runs for every word of hundreds of names at each keystroke.
 */
function matchWords(index: SearchIndex, tokens: readonly Token[], entry: number) {
  const start = index.wordStart[entry] ?? 0;
  const end = index.wordStart[entry + 1] ?? start;
  const joined = start + (index.wordCount[entry] ?? 0);
  let [alikeSum, weightSum, used, explained, fit, last] = [0, 0, 0, 0, Number(WORD), -1];
  let [begins, inOrder, doubtful] = [false, true, false];
  for (const token of tokens) {
    const { alike, at } = bestWord(index, token, start, end, last);
    alikeSum += token.weight * alike;
    weightSum += token.weight;
    fit = Math.max(fit, fitOf(alike));
    if (alike < MATCHED) continue;
    const place = index.entryWords[at] ?? 0;
    const weight = index.weights[place] ?? 0;
    used += weight;
    explained += weight * shareOf(index, token, place, alike);
    doubtful ||= alike < PREFIX && isDoubtful(token.text, index.words.keys[place] ?? '', alike);
    begins ||= at === start;
    // Joined forms follow the words and have no position among them.
    if (at >= joined) continue;
    inOrder &&= at > last;
    last = at;
  }
  return { alike: alikeSum / weightSum, used, explained, fit, begins, inOrder, doubtful };
}

const fitOf = (alike: number): number =>
  alike === 1 ? WORD : alike >= PREFIX ? BEGINS : alike >= MATCHED ? TYPO : NEAR;

/** The share of a word that was typed: of a beginning the share of its letters, of a mistyped word its similarity. */
function shareOf({ words }: SearchIndex, { text }: Token, place: number, alike: number): number {
  if (alike === 1 || alike < PREFIX) return alike;
  return Math.min(1, text.length / (words.keys[place]?.length ?? 1));
}

function ownWeight({ entryWords, weights }: SearchIndex, start: number, own: number): number {
  let sum = 0;
  for (let at = start; at < start + own; at++) sum += weights[entryWords[at] ?? 0] ?? 0;
  return sum;
}

/** The word of an entry with the highest similarity to a token, and its position; among equals the first after `last`. */
function bestWord(
  index: SearchIndex,
  token: Token,
  start: number,
  end: number,
  last: number,
): { alike: number; at: number } {
  let alike = 0;
  let best = start;
  for (let at = start; at < end; at++) {
    const one = likeness(index, token, index.entryWords[at] ?? 0);
    if (one > alike || (one === alike && best <= last && at > last)) {
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
