import type { Scored } from '../top.ts';
import { createCoRatings } from './co-ratings.ts';
import { type Ease, solveEase } from './ease.ts';
import { createNeighbourAudience, type NeighbourAudience } from './neighbour-audience.ts';
import { countRatings, LIKE, type People, pickPeople } from './people.ts';

/** What the trees are told of a pair by ratings, in this order. */
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

/** What the trees are told without the first film's own ratings: of the other film alone, and through films near. */
export const CROWD_FEATURES = ['likes', 'rated', 'mean stars', 'through films near'] as const;

/** EASE is solved for at most this many people, evenly chosen: it holds people x films twice in each worker. */
const EASE_PEOPLE = 700;

/** Of an audience that saw more films than this, those that only one of them saw are left aside. */
const CROWDED = 1000;

export interface RatingPairs {
  /** How many people like, and how many rated, each film. */
  likes: Int32Array;
  rated: Int32Array;
  /** Makes `film` the first of the pairs; gives the films that share an audience with it. */
  focus(film: number): readonly number[];
  /** Writes the features of the pair of the film in focus and another into `row`, from `at` on. */
  fill(other: number, row: Float64Array, at: number): void;
  /** Names the films near the one in focus by content, whose audiences speak for it. */
  lend(near: readonly Scored[]): NeighbourAudience;
  /** Writes the features that need no ratings of the film in focus. */
  crowd(other: number, row: Float64Array, at: number): void;
}

/** The collaborative side of the model. Counts are shares of the people, so that it holds for few and for many. */
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
  const together = createCoRatings(people);
  const eases = once(() => {
    const few = pickPeople(people, evenly(n, EASE_PEOPLE));
    return [easeRow(solveEase(few, LIKE, few.count)), easeRow(solveEase(few, 0, 1.5 * few.count))];
  });
  const bridge = createNeighbourAudience(people, rated, squares);
  let lent = bridge([]);
  let first = 0;
  let now = together(0);
  const shrunk = (both: number, a: number, b: number, prior: number) =>
    both / Math.sqrt((a + prior * n) * (b + prior * n));
  const lift = (both: number, a: number, b: number) => Math.log(((both + 1) * n) / ((a + 3) * (b + 3)));
  return {
    likes,
    rated,
    focus(film) {
      first = film;
      now = together(film);
      const { touched, rated: both } = now;
      return touched.length > CROWDED ? touched.filter((other) => (both[other] as number) > 1) : touched;
    },
    fill(other, row, at) {
      const [likesA = 0, likesB = 0, ratedA = 0, ratedB = 0] = [
        likes[first],
        likes[other],
        rated[first],
        rated[other],
      ];
      const both = now.likes[other] as number;
      const seen = now.rated[other] as number;
      row[at] = shrunk(both, likesA, likesB, 0.03);
      row[at + 1] = shrunk(both, likesA, likesB, 0.005);
      row[at + 2] = shrunk(seen, ratedA, ratedB, 0.03);
      row[at + 3] = shrunk(now.stars[other] ?? 0, squares[first] ?? 0, squares[other] ?? 0, 0.09);
      row[at + 4] = lift(both, likesA, likesB);
      row[at + 5] = lift(seen, ratedA, ratedB);
      row[at + 6] = both / n;
      const [byLikes, byRated] = eases();
      byLikes?.fill(first, other, row, at + 7);
      byRated?.fill(first, other, row, at + 10);
      row[at + 13] = likesA / n;
      row[at + 14] = ratedA / n;
    },
    lend(near) {
      lent = bridge(near);
      return lent;
    },
    crowd(other, row, at) {
      row[at] = (likes[other] as number) / n;
      row[at + 1] = (rated[other] as number) / n;
      row[at + 2] = ((stars[other] as number) + 3.5 * 5) / ((rated[other] as number) + 5);
      row[at + 3] = lent.shares[other] as number;
    },
  };
}

/** Works out a value when it is first needed: cold trees never ask for EASE. */
function once<Value>(work: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= work();
    return value;
  };
}

/** At most `most` whole numbers below `count`, evenly spread. */
export function evenly(count: number, most: number): number[] {
  const step = Math.max(1, count / most);
  return Array.from({ length: Math.min(count, most) }, (_, index) => Math.floor(index * step));
}

/** EASE's weights from one film at a time, towards it, and the cosine of the kernel; 0 for films without a column. */
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
      const [own = 0, theirs = 0] = [diagonal[column], diagonal[to]];
      into[at] = value / (1 - theirs);
      into[at + 1] = value / (1 - own);
      into[at + 2] = value / Math.sqrt((own + 0.02) * (theirs + 0.02));
    },
  };
}
