import { type Content, createComparer } from '../features/content.ts';
import { type FeatureKind, GENRE, IS_PERSON, LETTERS, WEIGHTS } from '../features/feature-kinds.ts';
import type { FilmRow } from '../features/films.ts';
import type { Taste } from '../features/taste.ts';

/** The weight of the cosine of likes: from TASTE up to TASTE + SURE_TASTE, half of that at HALF_SURE people who like the first film. */
const TASTE = 1.2;
const SURE_TASTE = 1.5;
const HALF_SURE = 40;

/** The weight of closeness in time: full in the same year, 1/e of it ERA_YEARS apart. */
const ERA = 0.08;
const ERA_YEARS = 10;

/** The distance to a film whose year is unknown. */
const UNKNOWN_YEARS = 20;

/** The sum of all weights: the likeness of a film with itself before the factors. */
const WHOLE = WEIGHTS.reduce((sum, weight) => sum + weight, TASTE + SURE_TASTE + ERA);

/** The least share of their sums that people and taste contribute; the rest grows with shared genres and themes. */
const PEOPLE_ANYWAY = 0.5;
const TASTE_ANYWAY = 0.2;

/** The sum of the cosines of keywords and words, times this, is the share of the theme that two films share, up to 1. */
const THEME = 4;

/** The genres that are kinds, by their TMDB codes. */
const KINDS = ['g99', 'g16', 'g27', 'g37', 'g10402'] as const;

/** Factors for a candidate of another kind: documentary and animation count both ways, the others if only the first film has them. */
const BOTH_WAYS = 0.6;
const BOTH = 0b00011;
const ONE_WAY = [1, 1, 0.7, 0.5, 0.85] as const;

export interface Likeness {
  /** Selects the first film. */
  focus(film: number): void;
  /** How alike the film in focus and another are, 0 to 1. `cold` ignores ratings. */
  of(other: number, cold?: boolean): number;
}

/**
 * Likeness is the weighted sum of the cosines of the content features, the cosine of likes and closeness in time. What people and taste
 * contribute counts less where genre and theme differ: one director's thriller and comedy are not alike, nor are two films that
 * everybody likes.
 */
export function createLikeness(
  content: Content,
  films: readonly Pick<FilmRow, 'year'>[],
  taste?: Taste,
): Likeness {
  const compare = createComparer(content);
  const cosines = new Float64Array(LETTERS.length);
  const genres = countGenres(content);
  const kinds = kindsOf(content);
  let first = 0;
  let to = compare(first);
  const at = (kind: FeatureKind) => cosines[LETTERS.indexOf(kind)] as number;
  /** The weighted sums of the cosines of people, and of all else. */
  const sums = { people: 0, rest: 0 };
  const addUp = () => {
    sums.people = 0;
    sums.rest = 0;
    for (let kind = 0; kind < cosines.length; kind++) {
      const part = (WEIGHTS[kind] as number) * (cosines[kind] as number);
      sums[IS_PERSON[kind] ? 'people' : 'rest'] += part;
    }
  };
  const theme = () => Math.min(1, THEME * (at('k') + at('t')) + at('c') + at('d'));
  const tasteOf = (other: number) => {
    if (taste === undefined) return 0;
    const likes = taste.likes[first] as number;
    return (TASTE + (SURE_TASTE * likes) / (likes + HALF_SURE)) * taste.cosine(other);
  };
  return {
    focus(film) {
      first = film;
      to = compare(film);
    },
    of(other, cold = false) {
      const sharedGenres = to(other, cosines);
      const allGenres = (genres[first] as number) + (genres[other] as number) - sharedGenres;
      const agreement = sharedGenres / Math.max(1, allGenres);
      addUp();
      const years = yearsBetween(films[first]?.year ?? 0, films[other]?.year ?? 0);
      const sum =
        sums.rest +
        ERA * Math.exp(-years / ERA_YEARS) +
        (PEOPLE_ANYWAY + (1 - PEOPLE_ANYWAY) * agreement) * sums.people +
        (cold ? 0 : (TASTE_ANYWAY + (1 - TASTE_ANYWAY) * ((agreement + theme()) / 2)) * tasteOf(other));
      return (kindFactor(kinds[first] as number, kinds[other] as number) * sum) / WHOLE;
    },
  };
}

/** Years between two films; 0 stands for an unknown year. */
const yearsBetween = (a: number, b: number): number => (a === 0 || b === 0 ? UNKNOWN_YEARS : Math.abs(a - b));

/** The factor for two films by the bits of their kinds. */
function kindFactor(first: number, other: number): number {
  let factor = 1;
  for (let bits = (first ^ other) & BOTH; bits > 0; bits &= bits - 1) factor *= BOTH_WAYS;
  const lacking = first & ~other & ~BOTH;
  for (let kind = 0; lacking >> kind > 0; kind++) if ((lacking >> kind) & 1) factor *= ONE_WAY[kind] ?? 1;
  return factor;
}

/** The kinds of each film as bits, in the order of KINDS. */
function kindsOf({ films, starts, features, codes }: Content): Uint8Array {
  const bit = new Map<number, number>();
  codes.forEach((code, feature) => {
    const kind = KINDS.indexOf(code as (typeof KINDS)[number]);
    if (kind >= 0) bit.set(feature, 1 << kind);
  });
  return Uint8Array.from({ length: films }, (_, film) => {
    let bits = 0;
    for (let at = starts[film] as number; at < (starts[film + 1] as number); at++)
      bits |= bit.get(features[at] as number) ?? 0;
    return bits;
  });
}

function countGenres({ films, starts, features, kinds }: Content): Uint8Array {
  return Uint8Array.from({ length: films }, (_, film) => {
    let count = 0;
    for (let at = starts[film] as number; at < (starts[film + 1] as number); at++)
      if (kinds[features[at] as number] === GENRE) count++;
    return count;
  });
}
