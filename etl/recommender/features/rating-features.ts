import type { Scored } from '../top.ts';
import { createCoRatings } from './co-ratings.ts';
import { type Ease, solveEase } from './ease.ts';
import { createNeighbourAudience, type NeighbourAudience } from './neighbour-audience.ts';
import { countRatings, LIKE, type People, pickPeople } from './people.ts';

/** The features of a pair from the ratings of both films, in the order of a row. Shipped trees refer to these positions. */
export const RATING_FEATURES = [
  'cosine of likes',
  'cosine of likes, less shrunk',
  'cosine of having rated',
  'cosine of stars',
  'lift of likes',
  'lift of having rated',
  'share who like both',
  'EASE, likes',
  'EASE, likes, the other way',
  'kernel of likes',
  'EASE, rated',
  'EASE, rated, the other way',
  'kernel of rated',
  'likes of the first',
  'rated the first',
] as const;

/** The features that need no ratings of the first film: of the second film, and from the neighbours of the first. */
export const CROWD_FEATURES = ['likes', 'rated', 'mean stars', 'through films near'] as const;

/** EASE is solved for at most this many people, evenly sampled: each worker keeps two matrices of people x films. */
const EASE_PEOPLE = 700;

/** If the audience rated more films than this, films that only one person rated are no candidates. */
const LARGE_AUDIENCE = 1000;

export interface RatingPairs {
  /** The number of people who like, and who rated, each film. */
  likes: Int32Array;
  rated: Int32Array;
  /** Selects the first film of the pairs. Returns the films that share an audience with it. */
  focus(film: number): readonly number[];
  /** The number of people who like both the film in focus and another. */
  bothLike(other: number): number;
  /** Writes the RATING_FEATURES of the pair into `row`, from `at` on. */
  fill(other: number, row: Float64Array, at: number): void;
  /** Sets the neighbours of the film in focus by content, for `crowd`. Returns the films of their audience. */
  setNeighbours(neighbours: readonly Scored[]): NeighbourAudience;
  /** Writes the CROWD_FEATURES of the pair into `row`, from `at` on. */
  crowd(other: number, row: Float64Array, at: number): void;
}

/** The collaborative features. Counts are shares of the people, so the trees fit few people and many. */
export function createRatingPairs(people: People): RatingPairs {
  const n = people.count;
  const likes = countRatings(people);
  const rated = countRatings(people, 0);
  const stars = new Float64Array(people.films);
  const squares = new Float64Array(people.films);
  people.rated.forEach((film, at) => {
    const given = people.stars[at] as number;
    stars[film] = (stars[film] as number) + given;
    squares[film] = (squares[film] as number) + given * given;
  });
  const coRatings = createCoRatings(people);
  const eases = lazy(() => {
    const few = pickPeople(people, evenlySpaced(n, EASE_PEOPLE));
    return [easeRow(solveEase(few, LIKE, few.count)), easeRow(solveEase(few, 0, 1.5 * few.count))];
  });
  const audienceOf = createNeighbourAudience(people, rated, squares);
  let neighbourAudience = audienceOf([]);
  let first = 0;
  let shared = coRatings(0);
  const shrunk = (both: number, a: number, b: number, prior: number) =>
    both / Math.sqrt((a + prior * n) * (b + prior * n));
  const lift = (both: number, a: number, b: number) => Math.log(((both + 1) * n) / ((a + 3) * (b + 3)));
  return {
    likes,
    rated,
    focus(film) {
      first = film;
      shared = coRatings(film);
      const { touched, rated: both } = shared;
      return touched.length > LARGE_AUDIENCE
        ? touched.filter((other) => (both[other] as number) > 1)
        : touched;
    },
    bothLike: (other) => shared.likes[other] as number,
    fill(other, row, at) {
      const [likesA = 0, likesB = 0, ratedA = 0, ratedB = 0] = [
        likes[first],
        likes[other],
        rated[first],
        rated[other],
      ];
      const both = shared.likes[other] as number;
      const bothRated = shared.rated[other] as number;
      row[at] = shrunk(both, likesA, likesB, 0.03);
      row[at + 1] = shrunk(both, likesA, likesB, 0.005);
      row[at + 2] = shrunk(bothRated, ratedA, ratedB, 0.03);
      row[at + 3] = shrunk(shared.stars[other] ?? 0, squares[first] ?? 0, squares[other] ?? 0, 0.09);
      row[at + 4] = lift(both, likesA, likesB);
      row[at + 5] = lift(bothRated, ratedA, ratedB);
      row[at + 6] = both / n;
      const [byLikes, byRated] = eases();
      byLikes?.fill(first, other, row, at + 7);
      byRated?.fill(first, other, row, at + 10);
      row[at + 13] = likesA / n;
      row[at + 14] = ratedA / n;
    },
    setNeighbours(neighbours) {
      neighbourAudience = audienceOf(neighbours);
      return neighbourAudience;
    },
    crowd(other, row, at) {
      row[at] = (likes[other] as number) / n;
      row[at + 1] = (rated[other] as number) / n;
      row[at + 2] = ((stars[other] as number) + 3.5 * 5) / ((rated[other] as number) + 5);
      row[at + 3] = neighbourAudience.shares[other] as number;
    },
  };
}

/** Computes a value at its first use: cold trees never need EASE. */
function lazy<Value>(work: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= work();
    return value;
  };
}

/** At most `most` whole numbers below `count`, evenly spaced. */
export function evenlySpaced(count: number, most: number): number[] {
  const step = Math.max(1, count / most);
  return Array.from({ length: Math.min(count, most) }, (_, index) => Math.floor(index * step));
}

/** The EASE weights of a pair in both directions, and the cosine of the kernel; 0 for films without a column. */
function easeRow({ columns, row, diagonal }: Ease) {
  const values = new Float64Array(diagonal.length);
  let film = -1;
  let column = -1;
  const focus = (first: number) => {
    film = first;
    column = columns[film] ?? -1;
    if (column >= 0) row(column, values);
  };
  return {
    fill(first: number, other: number, into: Float64Array, at: number) {
      if (first !== film) focus(first);
      const to = columns[other] ?? -1;
      const known = column >= 0 && to >= 0;
      const value = known ? (values[to] as number) : 0;
      const [firstDiagonal = 0, otherDiagonal = 0] = [diagonal[column], diagonal[to]];
      into[at] = value / (1 - otherDiagonal);
      into[at + 1] = value / (1 - firstDiagonal);
      into[at + 2] = value / Math.sqrt((firstDiagonal + 0.02) * (otherDiagonal + 0.02));
    },
  };
}
