import { type Scored, top } from '../top.ts';
import { type Content, type Postings, transpose } from './content.ts';
import type { ContentPairs } from './content-features.ts';
import { WEIGHTS } from './feature-kinds.ts';
import type { FilmRow } from './films.ts';
import { nearInTime } from './similarity.ts';

/** The most films of a rare feature. Commoner features only rank candidates. */
const RARE = 1000;

/** The most postings read per film, rarest features first. */
const MAX_POSTINGS = 4000;

/** The most candidates from rare features whose full similarity is computed. */
const MAX_CANDIDATES = 160;

/** With fewer candidates than FEW, the FEW best of the ESTEEMED most esteemed films are added. */
const FEW = 100;
const ESTEEMED = 3000;

/**
 * Returns a function that finds the films with the highest content similarity times esteem for the film in focus of `pairs`.
 * Candidates come from the posting lists of rare features and are ranked by the full similarity.
 */
export function createNearestByContent(
  content: Content,
  { films, esteems }: { films: readonly FilmRow[]; esteems: Float64Array },
  pairs: ContentPairs,
) {
  const esteemed = top(films.keys(), (film) => esteems[film] ?? 0, ESTEEMED).map(({ film }) => film);
  const isEsteemed = new Set(esteemed);
  const all = transpose(content);
  const best = transpose(content, (film) => isEsteemed.has(film));
  const sums = new Float64Array(films.length);
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
  const places = (film: number) => {
    const from = content.starts[film] as number;
    return Array.from({ length: (content.starts[film + 1] as number) - from }, (_, at) => from + at);
  };
  const sharingRare = (film: number): number[] => {
    const rare = places(film).filter((at) => rarity(at) <= RARE);
    const touched: number[] = [];
    let left = MAX_POSTINGS;
    for (const at of rare.sort((a, b) => rarity(a) - rarity(b) || a - b)) {
      left -= rarity(at);
      if (left < 0) break;
      accumulate(all, at, touched);
    }
    const found = top(
      touched,
      (other) => (sums[other] as number) * (esteems[other] as number),
      MAX_CANDIDATES,
    );
    for (const other of touched) sums[other] = 0;
    return found.map((one) => one.film);
  };
  const amongEsteemed = (film: number): number[] => {
    const touched: number[] = [];
    for (const at of places(film)) accumulate(best, at, touched);
    const year = films[film]?.year ?? 0;
    const score = (other: number) =>
      ((sums[other] as number) + nearInTime(year, films[other]?.year ?? 0)) * (esteems[other] as number);
    const found = top(esteemed, score, FEW);
    for (const other of touched) sums[other] = 0;
    return found.map((one) => one.film);
  };
  return (film: number, size: number): Scored[] => {
    const found = sharingRare(film);
    const candidates = found.length >= FEW ? found : new Set([...found, ...amongEsteemed(film)]);
    const score = (other: number) =>
      other === film ? 0 : pairs.similarity(other) * (esteems[other] as number);
    return top(candidates, score, size);
  };
}
