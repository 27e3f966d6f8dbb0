import { distance } from 'fastest-levenshtein';
import type { Language } from '../contract/call.ts';
import type { DescriptionIndex } from './build-index.ts';
import { readDescription, type TypedWord } from './read-description.ts';
import { readSynonyms } from './synonyms.ts';
import { languageTerm, nameTerm } from './words.ts';

/** A film that fits a description. */
export interface Described {
  id: number;
  /** The typed words that fit it, the rarest first. */
  words: string[];
}

export type FindByDescription = (typed: string, limit: number) => Described[];

/** How much a term counts in place of a typed word of the same language or, for loanwords, of the other one. */
const OWN = 1;
const OTHER_LANGUAGE = 0.9;
const TRANSLATION = 0.8;
const SYNONYM = 0.4;
const MISTYPED = 0.7;

/** A word that a smaller share of the films has may be a mistyped other word. */
const RARE = 1 / 15_000;

/** How much of a film's score depends on its fame, and on the share of the typed words that it has. */
const FAME = 0.6;
const COVERAGE = 0.5;

/** A typed word and the places of the terms that may stand for it. */
interface Wanted {
  typed: string;
  terms: [place: number, weight: number][];
  /** Inverse document frequency. */
  rarity: number;
}

/**
 * Makes the search over an index: the films whose words fit a description, best first. The score is BM25's, where a word's own
 * stem, its synonyms and its translations count together; then the share of the words found and the film's fame multiply it.
 */
export function createFindByDescription(index: DescriptionIndex): FindByDescription {
  const synonyms = readSynonyms();
  const films = index.ids.length;
  const scores = new Float32Array(films);
  const found = new Float32Array(films);
  const fits = new Float32Array(films);

  const want = (word: TypedWord, languages: readonly Language[]): Wanted => {
    const terms = new Map<number, number>();
    const add = (place: number, weight: number) => terms.set(place, Math.max(weight, terms.get(place) ?? 0));
    for (const [term, weight] of standIns(word, languages, synonyms)) {
      const place = placeOf(index.terms, term);
      if (place >= 0) add(place, weight);
    }
    const near = isRare(terms.keys()) ? nearestTerms(index, word.folded, languages) : [];
    for (const place of near) add(place, MISTYPED);
    const shares = [...terms].map(([place, weight]) => weight * (index.shares[place] ?? 0));
    const share = shares.reduce((sum, one) => sum + one, 1 / films);
    return { typed: word.typed, terms: [...terms], rarity: Math.log(1 + 1 / share) };
  };

  /** Whether a word is probably mistyped: hardly any film has one of its terms. */
  const isRare = (places: Iterable<number>) =>
    [...places].every((place) => (index.shares[place] ?? 0) < RARE);

  /** Fills `fits` with how well a word fits each film, 0..1: its terms add up as independent evidence (noisy or). */
  const fill = ({ terms }: Wanted) => {
    fits.fill(0);
    for (const [place, weight] of terms)
      for (let at = index.start[place] ?? 0; at < (index.start[place + 1] ?? 0); at++) {
        const film = index.films[at] ?? 0;
        const missing = 1 - (fits[film] ?? 0);
        fits[film] = 1 - missing * (1 - (weight * (index.weights[at] ?? 0)) / 255);
      }
  };

  /** Adds the score of one word to the films that have it. */
  const score = (word: Wanted) => {
    fill(word);
    for (let film = 0; film < films; film++) {
      const value = fits[film] ?? 0;
      if (value === 0) continue;
      scores[film] = (scores[film] ?? 0) + word.rarity * value;
      found[film] = (found[film] ?? 0) + word.rarity;
    }
  };

  return (typed, limit) => {
    const { words, languages } = readDescription(typed);
    const wanted = words.map((word) => want(word, languages));
    scores.fill(0);
    found.fill(0);
    for (const word of wanted) score(word);
    const whole = wanted.reduce((sum, { rarity }) => sum + rarity, 0);
    for (let film = 0; film < films; film++) {
      const coverage = 1 - COVERAGE + (COVERAGE * (found[film] ?? 0)) / whole;
      const fame = 1 - FAME + FAME * (index.fame[film] ?? 0);
      scores[film] = (scores[film] ?? 0) * coverage * fame;
    }
    const byRarity = wanted.toSorted((a, b) => b.rarity - a.rarity);
    return highest(scores, limit).map((film) => ({
      id: index.ids[film] ?? 0,
      words: byRarity
        .filter(({ terms }) => terms.some(([place]) => hasFilm(index, place, film)))
        .map((word) => word.typed),
    }));
  };
}

/** The terms that may stand for a typed word, and how much each counts in its place. */
function* standIns(
  { folded, period }: TypedWord,
  languages: readonly Language[],
  synonyms: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<[term: string, weight: number]> {
  if (period !== undefined) yield [period, OWN];
  yield [nameTerm(folded), OWN];
  for (const language of ['es', 'en'] as const) {
    const own = languageTerm[language](folded);
    const isLikely = languages.includes(language);
    yield [own, isLikely ? OWN : OTHER_LANGUAGE];
    if (!isLikely) continue;
    for (const term of synonyms.get(own) ?? []) yield [term, term[0] === own[0] ? SYNONYM : TRANSLATION];
  }
}

/**
 * The terms nearest to a mistyped word of five letters or more, one of each language and of the names, with the same first letter: one edit away, or two in
 * long words.
 */
function nearestTerms(index: DescriptionIndex, word: string, languages: readonly Language[]): number[] {
  if (word.length < 5) return [];
  const most = word.length < 8 ? 1 : 2;
  const shareOf = (place: number) => index.shares[place] ?? 0;
  return [nameTerm, ...languages.map((language) => languageTerm[language])].flatMap((termOf) => {
    const term = termOf(word);
    const [nearest] = placesOf(index.terms, term.slice(0, 2))
      .filter((place) => Math.abs((index.terms[place]?.length ?? 0) - term.length) <= most)
      .map((place) => ({ place, edits: distance(term, index.terms[place] ?? '') }))
      .filter(({ edits }) => edits > 0 && edits <= most)
      .sort((a, b) => a.edits - b.edits || shareOf(b.place) - shareOf(a.place));
    return nearest === undefined ? [] : [nearest.place];
  });
}

/** The places of the terms that begin with a text. */
function placesOf(terms: readonly string[], beginning: string): number[] {
  const from = firstFrom(terms, beginning);
  const to = firstFrom(terms, `${beginning}\uffff`);
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** The places of the highest positive values, the highest first; equal ones in order. */
function highest(values: Float32Array, limit: number): number[] {
  // Sorting the numbers alone first is several times faster than sorting all places.
  const least =
    values
      .filter((value) => value > 0)
      .sort()
      .at(-limit) ?? 0;
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? 0;
    if (value > 0 && value >= least) places.push(place);
  }
  return places.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, limit);
}

const hasFilm = ({ start, films }: DescriptionIndex, term: number, film: number): boolean =>
  films.subarray(start[term], start[term + 1]).includes(film);

/** -1 if there is no such term. */
function placeOf(terms: readonly string[], term: string): number {
  const place = firstFrom(terms, term);
  return terms[place] === term ? place : -1;
}

/** The place of the first term that is not before `term`. */
function firstFrom(terms: readonly string[], term: string): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
