import type { FilmRow } from '../features/films.ts';
import { top } from '../top.ts';
import type { Method } from './baselines.ts';

/** The metadata soup of a film: features with their counts. */
export type Soup = readonly (readonly [feature: number, times: number])[];

/** The number of films that the weighted rating re-ranks. */
const RERANKED = 25;

const lengthOf = (soup: Soup): number =>
  Math.sqrt(soup.reduce((sum, [, times]) => sum + times * times, 0)) || 1;

/** The cosine of two soups. */
export function cosineOfSoups(a: Soup, b: Soup): number {
  const counts = new Map(a);
  const shared = b.reduce((sum, [feature, times]) => sum + times * (counts.get(feature) ?? 0), 0);
  return shared / (lengthOf(a) * lengthOf(b));
}

/** Returns a function that finds the `size` films with the highest soup cosine. */
export function soupCosine(soups: readonly Soup[]): (film: number, size: number) => number[] {
  const lengths = soups.map(lengthOf);
  const postings = new Map<number, [film: number, times: number][]>();
  soups.forEach((soup, film) => {
    for (const [feature, times] of soup) {
      const list = postings.get(feature) ?? [];
      if (list.push([film, times]) === 1) postings.set(feature, list);
    }
  });
  return (film, size) => {
    const sums = new Float64Array(soups.length);
    for (const [feature, times] of soups[film] ?? [])
      for (const [other, otherTimes] of postings.get(feature) ?? [])
        sums[other] = (sums[other] ?? 0) + times * otherTimes;
    const score = (other: number) => (other === film ? 0 : (sums[other] ?? 0) / (lengths[other] ?? 1));
    return top(sums.keys(), score, size).map((one) => one.film);
  };
}

/** The best 25 by soup cosine, re-ranked by IMDb's weighted rating (v R + m C) / (v + m), m the 60th percentile of votes. */
export function soupByRating(films: readonly FilmRow[], cosine: ReturnType<typeof soupCosine>): Method {
  const votes = films.map((film) => film.vote_count).sort((a, b) => a - b);
  const minVotes = votes[Math.floor(votes.length * 0.6)] ?? 0;
  const mean = films.reduce((sum, film) => sum + film.vote_average, 0) / Math.max(1, films.length);
  const weighted = (film: number) => {
    const { vote_count: count = 0, vote_average: rating = 0 } = films[film] ?? {};
    return (count * rating + minVotes * mean) / (count + minVotes || 1);
  };
  return (film) => cosine(film, RERANKED).sort((a, b) => weighted(b) - weighted(a) || a - b);
}
