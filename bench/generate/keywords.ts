import { drawQuantile, type Quantiles, weighted, zipfWeights } from './distributions.ts';
import type { Random } from './random.ts';
import { csvLine, pythonList, pythonText } from './raw-format.ts';
import { inventVocabulary } from './words.ts';

const lengths: Quantiles = [
  [0, 0],
  [0.32, 0],
  [0.5, 2],
  [0.75, 5],
  [0.9, 9],
  [0.95, 13],
  [0.99, 20],
  [0.999, 33],
  [1, 149],
];

/** The lines of keywords.csv for these films, the first `repeated` of them twice. Full-size data have 20,000 keywords. */
export function* generateKeywords(
  random: Random,
  movieIds: readonly number[],
  repeated: number,
): Generator<string> {
  const words = inventVocabulary(random, 60 + Math.round(movieIds.length / 5));
  const entries = Array.from({ length: 50 + Math.round(movieIds.length * 0.44) }, (_, position) => {
    const name = Array.from({ length: random.whole(1, 3) }, () => words[random.whole(0, words.length - 1)]);
    const text = `${name.join(' ')}${random.chance(0.02) ? "'s end" : ''}`;
    return `{'id': ${30 + position * 10}, 'name': ${pythonText(text)}}`;
  });
  const drawEntry = weighted(zipfWeights(entries.length, 0.9, 10));
  const line = (id: number) => {
    const list = Array.from(
      { length: drawQuantile(random, lengths) },
      () => entries[drawEntry(random)] ?? '',
    );
    return csvLine([String(id), pythonList([...new Set(list)])]);
  };
  yield 'id,keywords\n';
  for (const id of movieIds) yield line(id);
  for (const id of movieIds.slice(0, repeated)) yield line(id);
}
