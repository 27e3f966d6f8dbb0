import { expect, it } from 'vitest';
import { createPool } from '../../src/catalogue/pool.ts';

const never = new AbortController().signal;

it('serves the caller that has waited longest first', async () => {
  const pool = createPool(['one']);
  const connection = await pool.take(never);
  const served: string[] = [];
  const first = pool.take(never).then(() => served.push('first'));
  const second = pool.take(never).then(() => served.push('second'));
  pool.give(connection);
  await first;
  pool.give(connection);
  await second;
  expect(served).toEqual(['first', 'second']);
});

it('skips a caller that was aborted while waiting', async () => {
  const pool = createPool(['one']);
  const connection = await pool.take(never);
  const leaving = new AbortController();
  const left = pool.take(leaving.signal);
  const next = pool.take(never);
  leaving.abort(new Error('too slow'));
  await expect(left).rejects.toThrow('too slow');
  pool.give(connection);
  expect(await next).toBe('one');
});
