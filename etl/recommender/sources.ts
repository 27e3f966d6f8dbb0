import { type Content, transpose } from './content.ts';
import type { ContentPairs } from './content-features.ts';
import type { FilmRow } from './films.ts';
import { WEIGHTS } from './kinds.ts';
import { esteem } from './similarity.ts';
import { type Scored, top } from './top.ts';

/** A feature that more films have than this orders candidates but does not find them. */
const RARE = 1000;

/** How many of what shares rare features is looked at closely. */
const LOOKED_AT = 300;

/** With fewer candidates than this, the most esteemed films are candidates too. */
const FEW = 100;
const ESTEEMED = 3000;

/**
 * Makes a function that finds the films most like the one in focus of `pairs` by what they are made of, each weighed
 * by its esteem. Rare features find them through their postings; the whole likeness orders what is found.
 */
export function createContentSource(content: Content, films: readonly FilmRow[], pairs: ContentPairs) {
  const postings = transpose(content);
  const esteems = Float64Array.from(films, esteem);
  const esteemed = top(films.keys(), (film) => esteems[film] ?? 0, ESTEEMED).map(({ film }) => film);
  const sums = new Float64Array(films.length);
  const accumulate = (feature: number, weight: number, touched: number[]) => {
    for (let at = postings.starts[feature] as number; at < (postings.starts[feature + 1] as number); at++) {
      const other = postings.films[at] as number;
      if (sums[other] === 0) touched.push(other);
      sums[other] = (sums[other] as number) + weight * (postings.weights[at] as number);
    }
  };
  const touch = (film: number): number[] => {
    const touched: number[] = [];
    for (let at = content.starts[film] as number; at < (content.starts[film + 1] as number); at++) {
      const feature = content.features[at] as number;
      if ((content.counts[feature] as number) > RARE) continue;
      accumulate(
        feature,
        (content.weights[at] as number) * (WEIGHTS[content.kinds[feature] ?? 0] as number),
        touched,
      );
    }
    return touched;
  };
  return (film: number, size: number): Scored[] => {
    const touched = touch(film);
    const near = top(touched, (other) => (sums[other] as number) * (esteems[other] as number), LOOKED_AT);
    for (const other of touched) sums[other] = 0;
    const found = near.map((one) => one.film);
    const candidates = found.length >= FEW ? found : new Set([...found, ...esteemed]);
    const score = (other: number) => (other === film ? 0 : pairs.alike(other) * (esteems[other] as number));
    return top(candidates, score, size);
  };
}
