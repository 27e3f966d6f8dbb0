import { setImmediate } from 'node:timers/promises';
import { createTermReader, type Document } from './documents.ts';

/**
 * The words of the films as an inverted index. A film's number is its place by votes. Typed arrays and strings only, so that it can be
 * serialised.
 */
export interface DescriptionIndex {
  /** The TMDB id of each film. */
  ids: Int32Array;
  /** ln(1 + votes) of each film, scaled to 0..1. */
  fame: Float32Array;
  /** In the order of their UTF-16 units. */
  terms: string[];
  /** The share of films that have the term, 0..1. */
  shares: Float32Array;
  /** The posting list of term t, ascending films, starts at `start[t]` and ends before `start[t + 1]`. */
  start: Int32Array;
  films: Int32Array;
  /** BM25's saturated frequency of the term in each of these films, 0..1 as 0..255. */
  weights: Uint8Array;
}

/** BM25's saturation. */
const K1 = 1.2;

/** Films that are read in one go: about 20 ms. */
const BATCH = 100;

interface Term {
  number: number;
  films: number;
  spanishPlots: number;
}

/** Builds the index. Documents must be sorted by descending votes. Other work of the thread runs between batches of them. */
export async function buildDescriptions(documents: Iterable<Document>): Promise<DescriptionIndex> {
  const readTerms = createTermReader();
  const terms = new Map<string, Term>();
  const [ids, votes]: [number[], number[]] = [[], []];
  /** One posting for each film and term, by film. */
  const postings = { films: [] as number[], terms: [] as number[], weights: [] as number[] };
  let spanishPlots = 0;
  for (const document of documents) {
    const film = ids.push(document.id) - 1;
    if (film % BATCH === BATCH - 1) await setImmediate();
    votes.push(document.votes);
    const frequencies = new Map<Term, number>();
    const inSpanishPlot = new Set<Term>();
    readTerms(document, (text, weight, isInSpanishPlot) => {
      const term = terms.get(text) ?? { number: terms.size, films: 0, spanishPlots: 0 };
      terms.set(text, term);
      frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
      if (isInSpanishPlot) inSpanishPlot.add(term);
    });
    if (inSpanishPlot.size > 0) spanishPlots++;
    for (const term of inSpanishPlot) term.spanishPlots++;
    for (const [term, frequency] of frequencies) {
      term.films++;
      postings.films.push(film);
      postings.terms.push(term.number);
      postings.weights.push(Math.max(1, Math.round((255 * frequency) / (frequency + K1))));
    }
  }
  const most = Math.log(1 + Math.max(1, votes[0] ?? 0));
  const sorted = [...terms].sort(([a], [b]) => (a < b ? -1 : 1));
  // Few films have a Spanish synopsis, so a word's share of those synopses stands for its share of all films.
  const shareOf = (term: Term) =>
    Math.max(term.films / ids.length, term.spanishPlots / Math.max(1, spanishPlots));
  return {
    ids: Int32Array.from(ids),
    fame: Float32Array.from(votes, (count) => Math.log(1 + count) / most),
    terms: sorted.map(([text]) => text),
    shares: Float32Array.from(sorted, ([, term]) => shareOf(term)),
    ...sortPostings(
      postings,
      sorted.map(([, term]) => term),
    ),
  };
}

/** Counting sort of the postings by term; the films of a term stay in order. */
function sortPostings(
  postings: { films: readonly number[]; terms: readonly number[]; weights: readonly number[] },
  sorted: readonly Term[],
): Pick<DescriptionIndex, 'start' | 'films' | 'weights'> {
  const start = new Int32Array(sorted.length + 1);
  const next = new Int32Array(sorted.length);
  for (const [place, { number, films }] of sorted.entries()) {
    start[place + 1] = (start[place] ?? 0) + films;
    next[number] = start[place] ?? 0;
  }
  const films = new Int32Array(postings.films.length);
  const weights = new Uint8Array(postings.films.length);
  for (let posting = 0; posting < films.length; posting++) {
    const term = postings.terms[posting] ?? 0;
    const at = next[term] ?? 0;
    films[at] = postings.films[posting] ?? 0;
    weights[at] = postings.weights[posting] ?? 0;
    next[term] = at + 1;
  }
  return { start, films, weights };
}
