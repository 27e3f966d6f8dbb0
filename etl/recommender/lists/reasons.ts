import type { Content } from '../features/content.ts';
import { WEIGHTS } from '../features/feature-kinds.ts';
import type { Taste } from '../features/taste.ts';

/** Kinds that count for similarity but that nobody gives as a reason. */
const NO_REASON = /^[lmnt]/u;

/** Keywords about scenes in or after the credits. */
const CREDIT_SCENES = new Set(['k179430', 'k179431']);

/** The most codes of a recommendation: the bot shows the first two that it has a word for in the reader's language. */
const MAX_CODES = 5;

/** The lowest shrunk cosine of likes that is a reason, and its weight against shared features. */
const MIN_AUDIENCE = 0.2;
const AUDIENCE_WEIGHT = 0.4;

/** Factors: a shared genre weighs less than other shared features. */
const FACTORS: Record<string, number> = { g: 0.3 };

/** Returns a function that gives the reason codes of each recommendation (data/README.md), strongest first. */
export function createReasons(content: Content, taste: Taste | undefined) {
  const { starts, features, weights, kinds, codes } = content;
  const selected = new Float32Array(codes.length);
  const mark = (film: number, on: boolean) => {
    for (let at = starts[film] as number; at < (starts[film + 1] as number); at++)
      selected[features[at] ?? 0] = on ? (weights[at] as number) : 0;
  };
  const isReason = codes.map((code) => !NO_REASON.test(code) && !CREDIT_SCENES.has(code));
  const audience = (other: number): [string, number][] => {
    const shared = taste?.cosine(other) ?? 0;
    return shared >= MIN_AUDIENCE ? [['p', AUDIENCE_WEIGHT * shared]] : [];
  };
  const shares = (other: number): [string, number][] => {
    const found: [string, number][] = [];
    for (let at = starts[other] as number; at < (starts[other + 1] as number); at++) {
      const feature = features[at] as number;
      const ownWeight = selected[feature] as number;
      if (ownWeight === 0 || isReason[feature] === false) continue;
      const code = codes[feature] ?? '';
      const weight = (WEIGHTS[kinds[feature] ?? 0] as number) * (FACTORS[code.charAt(0)] ?? 1);
      found.push([code, weight * ownWeight * (weights[at] as number)]);
    }
    return found;
  };
  /** `film` must be in focus of `taste`. */
  return (film: number, others: readonly number[]): string[][] => {
    mark(film, true);
    const listed = others.map((other) => {
      const found = [...shares(other), ...audience(other)];
      return found
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, MAX_CODES)
        .map(([code]) => code);
    });
    mark(film, false);
    return listed;
  };
}
