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

/** How much of a film's score depends on its fame, and on the share of the typed words that it has. */
const FAME = 0.5;
const COVERAGE = 0.7;

/** A typed word and the places of the terms that may stand for it. */
interface Wanted {
  typed: string;
  terms: [place: number, weight: number][];
  /** Inverse document frequency. */
  rarity: number;
}

/**
 * Makes the search over an index: the films whose words fit a description, best first. The score is BM25's, where a word counts by the best of its own
 * stem, its synonyms and its translations; then the share of the words found and the film's fame multiply it.
 */
export function createFindByDescription(index: DescriptionIndex): FindByDescription {
  const synonyms = readSynonyms();
  const films = index.ids.length;
  const scores = new Float32Array(films);
  const found = new Float32Array(films);
  const best = new Uint8Array(films);

  const want = (word: TypedWord, languages: readonly Language[]): Wanted => {
    const terms = new Map<number, number>();
    for (const [term, weight] of standIns(word, languages, synonyms)) {
      const place = placeOf(index.terms, term);
      if (place >= 0) terms.set(place, Math.max(weight, terms.get(place) ?? 0));
    }
    let share = 1 / films;
    for (const [place, weight] of terms) share += weight * (index.shares[place] ?? 0);
    return { typed: word.typed, terms: [...terms], rarity: Math.log(1 + 1 / share) };
  };

  /** Fills `best` with the best of a word's terms in each film. */
  const fill = ({ terms }: Wanted) => {
    best.fill(0);
    for (const [place, weight] of terms)
      for (let at = index.start[place] ?? 0; at < (index.start[place + 1] ?? 0); at++) {
        const film = index.films[at] ?? 0;
        best[film] = Math.max(best[film] ?? 0, weight * (index.weights[at] ?? 0));
      }
  };

  /** Adds the score of one word to the films that have it. */
  const score = (word: Wanted) => {
    fill(word);
    for (let film = 0; film < films; film++) {
      const value = best[film] ?? 0;
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

/** The places of the highest positive values, the highest first; equal ones in order. */
function highest(values: Float32Array, limit: number): number[] {
  // Sorting the numbers alone first is several times faster than sorting all places.
  const least = values.toSorted().at(-limit) ?? 0;
  const places: number[] = [];
  for (const [place, value] of values.entries()) if (value > 0 && value >= least) places.push(place);
  return places.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, limit);
}

const hasFilm = ({ start, films }: DescriptionIndex, term: number, film: number): boolean =>
  films.subarray(start[term], start[term + 1]).includes(film);

/** -1 if there is no such term. */
function placeOf(terms: readonly string[], term: string): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return terms[low] === term ? low : -1;
}
