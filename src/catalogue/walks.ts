/** The chance of a step to the film at a rank, from 1: it falls slowly, and adds up to 1 over a list of 50. */
const stepChance = (rank: number) => 0.57 / (rank + 10);

/** The chance of a second step against that of the first. */
const SECOND_STEP = 0.5;

/** The chance that a walk ends at any film, if nobody has voted for it; it doubles with this many votes. */
const BASE_CHANCE = 1e-5;
const DOUBLING_VOTES = 500;

/** The end of a walk from one film. */
export interface Reached {
  chance: number;
  /** The film in the middle of the likeliest walk of two steps; -1 if there is none. */
  middle: number;
  /** The chance of that walk. */
  through: number;
}

/** The possible ends of a walk, by place. */
export type Walk = Map<number, Reached>;

/**
 * The walks of one or two steps that begin with a film of `first`, best first. `listOf` gives the films recommended for one that
 * a walk passes through.
 */
export function walkFrom(first: Int32Array, listOf: (film: number) => Int32Array): Walk {
  const walk: Walk = new Map();
  first.forEach((film, index) => {
    walk.set(film, { chance: stepChance(index + 1), middle: -1, through: 0 });
  });
  first.forEach((middle, index) => {
    const through = SECOND_STEP * stepChance(index + 1);
    listOf(middle).forEach((film, rank) => {
      const chance = through * stepChance(rank + 1);
      const known = walk.get(film);
      if (known === undefined) walk.set(film, { chance, middle, through: chance });
      else {
        known.chance += chance;
        if (chance > known.through) {
          known.middle = middle;
          known.through = chance;
        }
      }
    });
  });
  return walk;
}

/**
 * The score of a film for one walk: the logarithm of how much likelier the walk ends there than at any film with as many
 * votes. Summed over walks, it makes a film near all starts beat a film near one, and each start counts alike.
 */
export const scoreOf = (chance: number, votes: number): number =>
  Math.log1p(chance / (BASE_CHANCE * (1 + votes / DOUBLING_VOTES)));
