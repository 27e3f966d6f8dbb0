import { expect, it } from 'vitest';
import { createLease } from '../../src/lib/lease.ts';

it('what is replaced while in use is closed when the last who holds it lets go, and not before', async () => {
  const closed: string[] = [];
  const lease = createLease<string>(async (thing) => {
    closed.push(thing);
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
