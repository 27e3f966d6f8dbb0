import { describe, expect, it } from 'vitest';
import { createRelevance, gain, idealGain } from '../../../etl/recommender/evaluate/relevance.ts';
import { type People, packPeople } from '../../../etl/recommender/features/people.ts';

/** `both` people like films 0 and 1, `first` only 0, `second` only 1, `others` neither. */
function audience(both: number, first: number, second: number, others: number): People {
  const lists: [number, number][][] = [];
  for (let n = 0; n < both; n++)
    lists.push([
      [0, 4],
      [1, 5],
    ]);
  for (let n = 0; n < first; n++)
    lists.push([
      [0, 4.5],
      [1, 3.5],
    ]);
  for (let n = 0; n < second; n++) lists.push([[1, 4]]);
  for (let n = 0; n < others; n++) lists.push([[2, 5]]);
  return packPeople(3, lists);
}

describe('relevance', () => {
  it('is co-likes divided by the root of the likes, and the logarithm of the lift', () => {
    const { likes, of } = createRelevance(audience(6, 3, 2, 9));
    expect([...likes]).toEqual([9, 8, 9]);
    const { films, coLike, lift } = of(0);
    expect(films).toEqual([1]);
    expect(coLike[0]).toBeCloseTo(6 / Math.sqrt(72), 12);
    expect(lift[0]).toBeCloseTo(Math.log((6 * 20) / 72) * Math.sqrt(6 / 11), 12);
  });

  it('counts from 3 co-likes up, and lift from 5', () => {
    expect(createRelevance(audience(2, 1, 1, 9)).of(0).films).toEqual([]);
    const few = createRelevance(audience(4, 1, 1, 9)).of(0);
    expect(few.coLike[0]).toBeCloseTo(4 / 5, 12);
    expect(few.lift).toEqual([0]);
  });

  it('is 0 for films that are liked together less often than by chance', () => {
    expect(createRelevance(audience(5, 20, 20, 0)).of(0).lift).toEqual([0]);
  });
});

it('gain is discounted by the logarithm of the rank, and the ideal gain sorts the best first', () => {
  expect(gain([1, 0, 0, 0, 0])).toBe(1);
  expect(gain([0, 1])).toBeCloseTo(1 / Math.log2(3), 12);
  expect(idealGain([0, 0.5, 1, 0, 0, 0])).toBeCloseTo(1 + 0.5 / Math.log2(3), 12);
});
