import { expect, test } from 'vitest';
import { createSchedule, findHighestRate, type Verdict } from '../../bench/load/run-at-rate.ts';

test('actions are due at even distances', () => {
  const { due, next } = createSchedule({ perSecond: 4, count: 5, start: 1000 });
  expect(next()).toBe(1000);
  expect(due(999)).toEqual([]);
  expect(due(1000)).toEqual([1000]);
  expect(due(1249)).toEqual([]);
  expect(next()).toBe(1250);
  expect(due(1250)).toEqual([1250]);
});

test('a late sender gets all missed actions at once, each with its scheduled time', () => {
  const { due, next } = createSchedule({ perSecond: 4, count: 5, start: 1000 });
  expect(due(1600)).toEqual([1000, 1250, 1500]);
  expect(due(1600)).toEqual([]);
  expect(due(99_000)).toEqual([1750, 2000]);
  expect(due(99_000)).toEqual([]);
  expect(next()).toBeUndefined();
});

/** A bot that sustains rates up to a limit, and the rates that were tried. */
function sustainsUpTo(limit: number, beyond: Verdict = 'failed') {
  const tried: number[] = [];
  const attempt = async (rate: number): Promise<Verdict> => {
    tried.push(rate);
    return rate <= limit ? 'sustained' : beyond;
  };
  return { attempt, tried };
}

test('the rate is doubled until it is not sustained, then bisected', async () => {
  const { attempt, tried } = sustainsUpTo(700);
  const highest = await findHighestRate(attempt, { from: 100, within: 0.1, tries: 1 });
  expect(tried).toEqual([100, 200, 400, 800, 566, 673, 734]);
  expect(highest).toEqual({ rate: 673, limit: 734, reason: 'failed' });
});

test('a rate that failed once is tried again', async () => {
  const { attempt, tried } = sustainsUpTo(100);
  let isFirst = true;
  const highest = await findHighestRate(
    async (rate) => {
      const verdict = await attempt(rate);
      if (rate !== 100 || !isFirst) return verdict;
      isFirst = false;
      return 'failed';
    },
    { from: 100, within: 1, tries: 2 },
  );
  expect(tried).toEqual([100, 100, 200, 200]);
  expect(highest).toEqual({ rate: 100, limit: 200, reason: 'failed' });
});

test('the result says if the sender was the limit', async () => {
  const { attempt } = sustainsUpTo(200, 'invalid');
  expect(await findHighestRate(attempt, { from: 100, within: 1, tries: 1 })).toEqual({
    rate: 200,
    limit: 400,
    reason: 'invalid',
  });
});

test('the highest rate is 0 if none is sustained, and the search ends at neighbouring whole rates', async () => {
  expect(await findHighestRate(sustainsUpTo(0).attempt, { from: 100, within: 0.1, tries: 1 })).toEqual({
    rate: 0,
    limit: 100,
    reason: 'failed',
  });
  expect(await findHighestRate(sustainsUpTo(2).attempt, { from: 1, within: 0, tries: 1 })).toEqual({
    rate: 2,
    limit: 3,
    reason: 'failed',
  });
});
