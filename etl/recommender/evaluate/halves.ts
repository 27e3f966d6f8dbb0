import { seededRandom, shuffledIndexes } from '../../../src/lib/random.ts';
import { type People, pickPeople } from '../features/people.ts';

/** The people cut at random into those who train and those who test; each draw is another cut, the same at every run. */
export function cutPeople(people: People, draw: number): { train: People; test: People } {
  const order = shuffledIndexes(people.count, seededRandom(100 + draw));
  const half = order.length >> 1;
  return { train: pickPeople(people, order.slice(0, half)), test: pickPeople(people, order.slice(half)) };
}
