import { basename } from 'node:path';
import { Problem } from '../../problem.ts';
import { wording } from '../../wording.ts';
import type { FilmRow } from '../features/films.ts';
import type { Method } from './baselines.ts';
import { mean } from './measure.ts';
import { readTable } from './read-table.ts';
import { gain, idealGain } from './relevance.ts';

/** Seeds with fewer expected films of the catalogue are skipped: they say too little about a list of five. */
export const MIN_EXPECTED = 3;

/** The expected recommendations of some films: the weight of each expected film by seed, all by index. */
export interface Gold {
  name: string;
  seeds: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/**
 * Reads a CSV of TMDB ids `seed` and `rec` and a `weight` above 0. Films outside the catalogue are skipped. Throws a Problem if
 * the file is malformed.
 */
export function readGold(path: string, films: readonly FilmRow[]): Gold {
  const index = new Map(films.map(({ id }, film) => [id, film]));
  const seeds = new Map<number, Map<number, number>>();
  for (const [at, row] of readTable(path, ['seed', 'rec', 'weight']).entries()) {
    const [seed, rec, weight] = [row.seed, row.rec, row.weight].map(Number) as [number, number, number];
    if (!(isId(seed) && isId(rec) && seed !== rec && weight > 0 && weight < Number.POSITIVE_INFINITY))
      throw new Problem(wording.badGold(path, at + 1));
    const [film, expected] = [index.get(seed), index.get(rec)];
    if (film === undefined || expected === undefined) continue;
    const list = seeds.get(film) ?? new Map<number, number>();
    seeds.set(film, list.set(expected, weight));
  }
  return {
    name: basename(path),
    seeds: new Map([...seeds].filter(([, expected]) => expected.size >= MIN_EXPECTED)),
  };
}

const isId = (value: number) => Number.isInteger(value) && value > 0;

/** The mean nDCG@5 over the seeds that `keep` accepts, and how many those are. */
export function scoreGold({ seeds }: Gold, recommend: Method, keep: (film: number) => boolean = () => true) {
  const scores = [...seeds]
    .filter(([film]) => keep(film))
    .map(([film, expected]) => {
      const gains = recommend(film).map((other) => expected.get(other) ?? 0);
      return gain(gains) / idealGain([...expected.values()]);
    });
  return { ndcg: mean(scores), films: scores.length };
}
