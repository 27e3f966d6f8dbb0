import type { Matrix, Vector } from './matrix.ts';

/** What a film is weighed by when it is a candidate. */
export interface Candidate {
  collection: number;
  adult: boolean;
  vote_count: number;
  vote_average: number;
}

export interface Neighbour {
  film: number;
  /** Above 0, at most 1. */
  score: number;
}

const PICKS = 50;

/** A feature that more films have than this orders candidates but does not find them. */
const RARE = 1000;

/** With fewer candidates than this, the films with the highest prior are candidates too. */
const FEW = 300;
const ESTEEMED = 3000;

/** Films of the own collection among the first five. */
const OWN_COLLECTION = 2;

/**
 * How far votes and their mean speak for a film, 0.1 to 1: the mean is drawn to 6.2 by 50 votes' weight, and a film
 * nobody voted for is a pick only where nothing better is at hand.
 */
function prior({ vote_count: votes, vote_average: mean }: Candidate): number {
  const weighted = (votes * mean + 50 * 6.2) / (votes + 50);
  const known = Math.min(1, Math.log1p(votes) / Math.log1p(3000));
  return 0.1 + 0.6 * known + 0.3 * Math.min(1, Math.max(0, (weighted - 4) / 4));
}

/**
 * Makes a function that gives the 50 best neighbours of a film, best first: cosine of their features times the prior.
 * Never the film itself, no adult film for one that is not, at most two of its collection in the first five.
 * Candidates are the films that share a rare feature and, where those are few, the films with the highest prior too.
 * Rare features are summed film by film from their postings; common ones, which nearly all films share, are read from a
 * table with a row a film.
 */
export function createNearest(matrix: Matrix, films: readonly Candidate[]) {
  const priors = Float64Array.from(films, prior);
  const esteemed = Int32Array.from(priors.keys())
    .sort((a, b) => (priors[b] ?? 0) - (priors[a] ?? 0) || a - b)
    .slice(0, ESTEEMED);
  const rare = createRareSums(matrix, films.length);
  const common = createCommonSums(matrix, films.length);

  const score = (film: number, candidates: readonly number[]): Neighbour[] => {
    const best = createBest(PICKS);
    const adult = films[film]?.adult === true;
    const commonTo = common(film);
    for (const other of candidates) {
      if (other === film || (!adult && films[other]?.adult === true)) continue;
      best.offer(other, ((rare.sums[other] ?? 0) + commonTo(other)) * (priors[other] ?? 0));
    }
    return best.ranked();
  };

  return (film: number): Neighbour[] => {
    const touched = rare.add(film);
    const candidates = touched.length >= FEW ? touched : [...new Set([...touched, ...esteemed])];
    const ranked = score(film, candidates);
    rare.clear(touched);
    const collection = films[film]?.collection ?? 0;
    return spreadCollection(ranked, (other) => collection !== 0 && films[other]?.collection === collection);
  };
}

const isRare = (posting: Vector | undefined): posting is Vector =>
  posting !== undefined && posting.features.length <= RARE;

/** Sums of what one film shares with others by rare features: `add` gives the films whose sum is not 0. */
function createRareSums({ vectors, postings }: Matrix, films: number) {
  const sums = new Float64Array(films);
  return {
    sums,
    add(film: number): number[] {
      const touched: number[] = [];
      vectors[film]?.features.forEach((feature, at) => {
        const posting = postings[feature];
        const weight = vectors[film]?.weights[at] ?? 0;
        if (isRare(posting)) accumulate(posting, weight, sums, touched);
      });
      return touched;
    },
    clear(touched: readonly number[]): void {
      for (const film of touched) sums[film] = 0;
    },
  };
}

function accumulate(
  { features, weights }: Vector,
  weight: number,
  sums: Float64Array,
  touched: number[],
): void {
  for (let index = 0; index < features.length; index++) {
    const film = features[index] ?? 0;
    const sum = sums[film] ?? 0;
    if (sum === 0) touched.push(film);
    sums[film] = sum + weight * (weights[index] ?? 0);
  }
}

/** What one film shares with another by common features. */
function createCommonSums({ vectors, postings }: Matrix, films: number) {
  const columns = new Map<number, number>();
  postings.forEach((posting, feature) => {
    if (!isRare(posting)) columns.set(feature, columns.size);
  });
  const width = columns.size;
  const table = new Float64Array(films * width);
  for (const [feature, column] of columns) {
    postings[feature]?.features.forEach((film, at) => {
      table[film * width + column] = postings[feature]?.weights[at] ?? 0;
    });
  }
  return (film: number) => {
    const own = [...(vectors[film]?.features ?? [])].flatMap((feature) => columns.get(feature) ?? []);
    const weights = own.map((column) => table[film * width + column] ?? 0);
    return (other: number): number => {
      let sum = 0;
      for (let at = 0; at < own.length; at++) {
        sum += (weights[at] ?? 0) * (table[other * width + (own[at] ?? 0)] ?? 0);
      }
      return sum;
    };
  };
}

/** Keeps the `size` highest scores above 0 that it is offered; of equal ones the film that comes first. */
function createBest(size: number) {
  let kept: Neighbour[] = [];
  let bar = 0;
  const better = (a: Neighbour, b: Neighbour) => b.score - a.score || a.film - b.film;
  const cut = () => {
    kept = kept.sort(better).slice(0, size);
    bar = kept.length === size ? (kept.at(-1)?.score ?? 0) : 0;
  };
  return {
    offer(film: number, score: number): void {
      if (score <= 0 || score < bar) return;
      kept.push({ film, score });
      if (kept.length === 4 * size) cut();
    },
    ranked(): Neighbour[] {
      cut();
      return kept;
    },
  };
}

/** Moves what the first five hold too many of behind them; the order is otherwise kept. */
function spreadCollection(ranked: Neighbour[], isOwn: (film: number) => boolean): Neighbour[] {
  const late = ranked.filter(({ film }) => isOwn(film)).slice(OWN_COLLECTION);
  const others = ranked.filter((neighbour) => !late.includes(neighbour));
  return [...others.slice(0, 5), ...late, ...others.slice(5)];
}
