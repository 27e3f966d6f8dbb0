import { expect, it } from 'vitest';
import { shareFor } from '../../src/lib/promises.ts';

/** A shared counter and its clock. */
function sharedCounter() {
  const clock = { now: 5000 };
  let count = 0;
  const share = shareFor(
    1000,
    () => clock.now,
    async () => ++count,
  );
  return { clock, share };
}

it('callers share a result while it is made, and until its time is over', async () => {
  const { clock, share } = sharedCounter();
  expect(await Promise.all([share(), share(), share()])).toEqual([1, 1, 1]);
  clock.now += 999;
  expect(await share()).toBe(1);
  clock.now += 1;
  expect(await share()).toBe(2);
});

it('a clock that is set back ends the sharing', async () => {
  const { clock, share } = sharedCounter();
  await share();
  clock.now -= 3_600_000;
  expect(await share()).toBe(2);
});

it('a failure is shared for as long as a result', async () => {
  let now = 0;
  const failing = shareFor(
    1000,
    () => now,
    async () => Promise.reject(new Error(`at ${now}`)),
  );
  await expect(failing()).rejects.toThrow('at 0');
  now = 500;
  await expect(failing()).rejects.toThrow('at 0');
  now = 1000;
  await expect(failing()).rejects.toThrow('at 1000');
});
