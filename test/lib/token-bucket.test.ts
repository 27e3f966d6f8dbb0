import { expect, it } from 'vitest';
import { createTokenBuckets } from '../../src/lib/token-bucket.ts';

it('a bucket allows a burst, then a steady rate, and returns the time to wait', () => {
  let now = 0;
  const buckets = createTokenBuckets({ capacity: 3, perSecond: 2, clock: () => now });
  expect([1, 2, 3, 4].map(() => buckets.take('ana'))).toEqual([0, 0, 0, 0.5]);
  now = 250;
  expect(buckets.take('ana')).toBe(0.25);
  now = 500;
  expect(buckets.take('ana')).toBe(0);
});

it('an empty bucket does not affect another key', () => {
  const buckets = createTokenBuckets({ capacity: 1, perSecond: 1, clock: () => 0 });
  buckets.take('ana');
  expect(buckets.take('ana')).toBe(1);
  expect(buckets.take('luis')).toBe(0);
});

it('a clock that is set back neither takes nor adds tokens', () => {
  let now = 10_000;
  const buckets = createTokenBuckets({ capacity: 2, perSecond: 1, clock: () => now });
  buckets.take('ana');
  now = 0;
  expect(buckets.take('ana')).toBe(0);
  expect(buckets.take('ana')).toBe(1);
});
