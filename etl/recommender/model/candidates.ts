import { type Content, type Postings, transpose } from '../features/content.ts';
import { WEIGHTS } from '../features/feature-kinds.ts';
import type { Taste } from '../features/taste.ts';
import { top } from '../top.ts';

/** The most films of a rare feature. Commoner features find candidates among the most esteemed films only. */
const RARE = 1000;

/** The most postings of rare features read per film, rarest features first. */
const MAX_POSTINGS = 8000;

/** The number of the most esteemed films. */
const ESTEEMED = 3000;

/** The most candidates from each source. */
const BY_RARE_FEATURES = 200;
const AMONG_ESTEEMED = 150;
const BY_TASTE = 100;

/**
 * Returns a function that finds the candidates for a film: those with rare features in common, those of the most esteemed with
 * any features in common, and, given the film's `audience` (Taste.focus), those that the same people like.
 */
export function createCandidates(content: Content, esteems: Float64Array, taste?: Taste) {
  const esteemed = top(esteems.keys(), (film) => esteems[film] ?? 0, ESTEEMED).map(({ film }) => film);
  const isEsteemed = new Set(esteemed);
  const all = transpose(content);
  const best = transpose(content, (film) => isEsteemed.has(film));
  const sums = new Float64Array(content.films);
  const rarity = (at: number) => content.counts[content.features[at] as number] as number;

  /** Adds the weight of the feature at `at` to the sums of the films that share it. */
  const accumulate = ({ starts, films: shared, weights }: Postings, at: number, touched: number[]) => {
    const feature = content.features[at] as number;
    const weight = (content.weights[at] as number) * (WEIGHTS[content.kinds[feature] as number] as number);
    for (let place = starts[feature] as number; place < (starts[feature + 1] as number); place++) {
      const other = shared[place] as number;
      if (sums[other] === 0) touched.push(other);
      sums[other] = (sums[other] as number) + weight * (weights[place] as number);
    }
  };
  const bySums = (among: readonly number[], touched: readonly number[], size: number) => {
    const found = top(among, (other) => (sums[other] as number) * (esteems[other] as number), size);
    for (const other of touched) sums[other] = 0;
    return found.map((one) => one.film);
  };
  const byRareFeatures = (features: readonly number[]) => {
    const touched: number[] = [];
    let left = MAX_POSTINGS;
    const rare = features.filter((at) => rarity(at) <= RARE);
    for (const at of rare.sort((a, b) => rarity(a) - rarity(b) || a - b)) {
      left -= rarity(at);
      if (left < 0) break;
      accumulate(all, at, touched);
    }
    return bySums(touched, touched, BY_RARE_FEATURES);
  };
  const amongEsteemed = (features: readonly number[]) => {
    const touched: number[] = [];
    for (const at of features) accumulate(best, at, touched);
    return bySums(touched, touched, AMONG_ESTEEMED);
  };
  return (film: number, audience: readonly number[]): Set<number> => {
    const from = content.starts[film] as number;
    const features = Array.from(
      { length: (content.starts[film + 1] as number) - from },
      (_, place) => from + place,
    );
    const found = new Set([...byRareFeatures(features), ...amongEsteemed(features)]);
    if (taste !== undefined)
      for (const one of top(audience, (other) => taste.cosine(other) * (esteems[other] as number), BY_TASTE))
        found.add(one.film);
    // A film that shares nothing with any other still gets a list.
    if (found.size < AMONG_ESTEEMED) for (const other of esteemed.slice(0, AMONG_ESTEEMED)) found.add(other);
    found.delete(film);
    return found;
  };
}
