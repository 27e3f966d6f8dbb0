import type { Content } from '../features/content.ts';
import { WEIGHTS } from '../features/feature-kinds.ts';
import type { RatingPairs } from '../features/rating-features.ts';
import { RATING_FEATURES } from '../features/rating-features.ts';

/** Kinds that bring films together but are no reason that a person would give. */
const UNSAID = /^[lmnt]/u;

/** Keywords about the form of a film: scenes in or after the credits. */
const SILLY = new Set(['k179430', 'k179431']);

/** Codes that a pick carries at most: the bot words the first two that the reader's language has a word for. */
const MOST = 5;

/** People who like both films, shrunk, from which on that is a reason; and how it weighs against shared features. */
const AUDIENCE_FROM = 0.2;
const AUDIENCE_WEIGHT = 0.4;

/** A shared genre weighs less than any other shared feature. */
const LAST: Record<string, number> = { g: 0.3 };

/** Makes a function that gives the codes of what two films share, strongest first (see data/README.md). */
export function createReasons(content: Content, liked: RatingPairs | undefined) {
  const { starts, features, weights, kinds, codes } = content;
  const own = new Float32Array(codes.length);
  const mark = (film: number, on: boolean) => {
    for (let at = starts[film] as number; at < (starts[film + 1] as number); at++)
      own[features[at] ?? 0] = on ? (weights[at] as number) : 0;
  };
  const said = codes.map((code) => !UNSAID.test(code) && !SILLY.has(code));
  const cosine = RATING_FEATURES.indexOf('cosine of likes');
  const row = new Float64Array(RATING_FEATURES.length);
  const audience = (other: number): [string, number][] => {
    if (liked === undefined) return [];
    liked.fill(other, row, 0);
    const shared = row[cosine] as number;
    return shared >= AUDIENCE_FROM ? [['p', AUDIENCE_WEIGHT * shared]] : [];
  };
  const shares = (other: number): [string, number][] => {
    const found: [string, number][] = [];
    for (let at = starts[other] as number; at < (starts[other + 1] as number); at++) {
      const feature = features[at] as number;
      const mine = own[feature] as number;
      if (mine === 0 || said[feature] === false) continue;
      const code = codes[feature] ?? '';
      const weight = (WEIGHTS[kinds[feature] ?? 0] as number) * (LAST[code.charAt(0)] ?? 1);
      found.push([code, weight * mine * (weights[at] as number)]);
    }
    return found;
  };
  /** The film is to be in focus of `liked`. */
  return (film: number, others: readonly number[]): string[][] => {
    mark(film, true);
    const listed = others.map((other) => {
      const found = [...shares(other), ...audience(other)];
      return found
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, MOST)
        .map(([code]) => code);
    });
    mark(film, false);
    return listed;
  };
}
