import { expect, it } from 'vitest';
import { createLease } from '../../src/lib/lease.ts';

it('a replaced value is closed when its last handle is released, and not before', async () => {
  const closed: string[] = [];
  const lease = createLease<string>(async (value) => {
    closed.push(value);
  });
  lease.replace('old');
  const one = lease.hold();
  const two = lease.hold();
  lease.replace('new');
  expect([one.held, lease.hold().held]).toEqual(['old', 'new']);
  one.release();
  expect(closed).toEqual([]);
  two.release();
  expect(closed).toEqual(['old']);
});
