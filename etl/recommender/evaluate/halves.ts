import { seededRandom, shuffle } from '../../../src/lib/random.ts';
import { type People, pickPeople } from '../features/people.ts';

/** Splits the people at random into training and test people. `draw` is the seed. */
export function cutPeople(people: People, draw: number): { train: People; test: People } {
  const order = shuffle([...Array(people.count).keys()], seededRandom(100 + draw));
  const half = order.length >> 1;
  return { train: pickPeople(people, order.slice(0, half)), test: pickPeople(people, order.slice(half)) };
}
