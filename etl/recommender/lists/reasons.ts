import type { Content } from '../features/content.ts';
import type { Taste } from '../features/taste.ts';

/** The most codes of a recommendation. The bot shows the first two; the others replace reasons that it withholds. */
const MAX_CODES = 4;

/** The weakest reason that goes second because it differs in kind from the first. */
const MIN_SECOND = 0.3;

/** With fewer people who like the film, their share says nothing. */
const MIN_LIKES = 20;

/** The lowest share worth telling, in tenths. */
const MIN_TENTHS = 3;

/** The strength of a share of 1; MIN_SECOND is a share of 7 of 10. */
const TASTE_WEIGHT = 0.43;

/** Codes whose number is a person. */
const PERSON = /^[dbwa]/u;

/** Codes with a genre and something more. */
const COMBINED = /^[ox]/u;

type Reason = readonly [code: string, strength: number];

/**
 * Returns a function that gives the reason codes of each recommendation (data/README.md): the strongest, then the strongest of
 * another kind, then the others. `shared` holds the features of reason_features.sql. A genre alone is a reason only if there is no other.
 */
export function createReasons(shared: Content, taste: Taste | undefined) {
  const { starts, features, weights, codes } = shared;
  const selected = new Float32Array(codes.length);
  const mark = (film: number, on: boolean) => {
    for (let at = starts[film] as number; at < (starts[film + 1] as number); at++)
      selected[features[at] ?? 0] = on ? (weights[at] as number) : 0;
  };
  const tasteReasons = (film: number, other: number): Reason[] => {
    const likes = taste?.likes[film] ?? 0;
    if (taste === undefined || likes < MIN_LIKES) return [];
    const tenths = Math.round((10 * taste.bothLike(other)) / likes);
    return tenths < MIN_TENTHS ? [] : [[`p${tenths}`, (TASTE_WEIGHT * tenths) / 10]];
  };
  const shares = (other: number): Reason[] => {
    const found: Reason[] = [];
    for (let at = starts[other] as number; at < (starts[other + 1] as number); at++) {
      const feature = features[at] as number;
      const strength = (selected[feature] as number) * (weights[at] as number);
      if (strength > 0) found.push([codes[feature] ?? '', strength]);
    }
    return found;
  };
  /** `film` must be in focus of `taste`. */
  return (film: number, others: readonly number[]): string[][] => {
    mark(film, true);
    const listed = others.map((other) =>
      inOrder(distinct([...shares(other), ...tasteReasons(film, other)].sort(stronger))),
    );
    mark(film, false);
    return listed;
  };
}

const stronger = ([a, x]: Reason, [b, y]: Reason) => y - x || (a < b ? -1 : 1);

/**
 * Without genres if there is another reason, without themes if a keyword is shared; a person has one role, and one code at most is a
 * nationality or a pair of genres.
 */
function distinct(sorted: readonly Reason[]): Reason[] {
  const isSpecific = sorted.some(([code]) => !code.startsWith('g'));
  const hasKeyword = sorted.some(([code]) => code.startsWith('k'));
  const people = new Set<string>();
  let hasCombined = false;
  return sorted.filter(([code]) => {
    if (code.startsWith('g')) return !isSpecific;
    if (code.startsWith('h')) return !hasKeyword;
    if (COMBINED.test(code)) {
      const isFirst = !hasCombined;
      hasCombined = true;
      return isFirst;
    }
    if (!PERSON.test(code)) return true;
    const isNew = !people.has(code.slice(1));
    people.add(code.slice(1));
    return isNew;
  });
}

const kindOf = (code: string) => (PERSON.test(code) ? 'person' : code.charAt(0));

function inOrder(found: readonly Reason[]): string[] {
  const [first] = found;
  if (first === undefined) return [];
  const second = found.find(
    ([code, strength]) => kindOf(code) !== kindOf(first[0]) && strength >= MIN_SECOND,
  );
  const rest = found.filter((one) => one !== first && one !== second);
  return [first, ...(second === undefined ? [] : [second]), ...rest]
    .slice(0, MAX_CODES)
    .map(([code]) => code);
}
