import { expect, test } from 'vitest';
import { findMost, type Verdict } from '../../bench/load/find-highest-rate.ts';
import { createSchedule } from '../../bench/load/schedule.ts';

test('things are due at even distances, whatever became of the earlier ones', () => {
  const { due, next } = createSchedule({ perSecond: 4, count: 5, start: 1000 });
  expect(next()).toBe(1000);
  expect(due(999)).toEqual([]);
  expect(due(1000)).toEqual([1000]);
  expect(due(1249)).toEqual([]);
  expect(next()).toBe(1250);
  expect(due(1250)).toEqual([1250]);
});

test('a sender that was held up is handed all that it missed, each with the time at which it should have gone', () => {
  const { due, next } = createSchedule({ perSecond: 4, count: 5, start: 1000 });
  expect(due(1600)).toEqual([1000, 1250, 1500]);
  expect(due(1600)).toEqual([]);
  expect(due(99_000)).toEqual([1750, 2000]);
  expect(due(99_000)).toEqual([]);
  expect(next()).toBeUndefined();
});

/** A bot that holds up to a rate, and the rates it was tried at. */
function upTo(most: number, beyond: Verdict = 'fails') {
  const tried: number[] = [];
  const attempt = async (rate: number): Promise<Verdict> => {
    tried.push(rate);
    return rate <= most ? 'holds' : beyond;
  };
  return { attempt, tried };
}

test('the rate is doubled until it no longer holds, then narrowed down', async () => {
  const { attempt, tried } = upTo(700);
  const most = await findMost(attempt, { from: 100, within: 0.1, tries: 1 });
  expect(tried).toEqual([100, 200, 400, 800, 566, 673, 734]);
  expect(most).toEqual({ rate: 673, above: 734, because: 'fails' });
});

test('a rate that did not hold is tried again before it is given up', async () => {
  const { attempt, tried } = upTo(100);
  let isFirst = true;
  const most = await findMost(
    async (rate) => {
      const verdict = await attempt(rate);
      if (rate !== 100 || !isFirst) return verdict;
      isFirst = false;
      return 'fails';
    },
    { from: 100, within: 1, tries: 2 },
  );
  expect(tried).toEqual([100, 100, 200, 200]);
  expect(most).toEqual({ rate: 100, above: 200, because: 'fails' });
});

test('a limit that was the sender’s own is told apart', async () => {
  const { attempt } = upTo(200, 'unclear');
  expect(await findMost(attempt, { from: 100, within: 1, tries: 1 })).toEqual({
    rate: 200,
    above: 400,
    because: 'unclear',
  });
});

test('nothing that holds is a rate of 0, and neighbouring whole rates end the search', async () => {
  expect(await findMost(upTo(0).attempt, { from: 100, within: 0.1, tries: 1 })).toEqual({
    rate: 0,
    above: 100,
    because: 'fails',
  });
  expect(await findMost(upTo(2).attempt, { from: 1, within: 0, tries: 1 })).toEqual({
    rate: 2,
    above: 3,
    because: 'fails',
  });
});
