import { expect, it } from 'vitest';
import { createParts } from '../../bin/parts.ts';

/** Parts that note in `log` what is opened and closed. */
function notingParts() {
  const parts = createParts();
  const log: string[] = [];
  const part = (name: string, opened: Promise<unknown> = Promise.resolve()) =>
    parts.lazy(
      async () => {
        await opened;
        log.push(`open ${name}`);
        return name;
      },
      () => log.push(`close ${name}`),
    );
  return { parts, log, part };
}

it('opens a part when it is first used, and only once', async () => {
  const { log, part } = notingParts();
  const store = part('store');
  expect(log).toEqual([]);
  expect(await Promise.all([store(), store()])).toEqual(['store', 'store']);
  expect(log).toEqual(['open store']);
});

it('closes in reverse order of opening, once, also when it is closed twice', async () => {
  const { parts, log, part } = notingParts();
  await part('catalogue')();
  parts.onClose(() => log.push('close page'));
  await part('bot')();
  await Promise.all([parts.close(), parts.close()]);
  await parts.close();
  expect(log).toEqual(['open catalogue', 'open bot', 'close bot', 'close page', 'close catalogue']);
});

it('closes what is open if a part cannot be opened, also what was still being opened', async () => {
  const { parts, log, part } = notingParts();
  await part('catalogue')();
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const store = part('store', slow)();
  await expect(part('bot', Promise.reject(new Error('no token')))()).rejects.toThrow('no token');
  finish();
  expect(await store).toBe('store');
  await parts.close();
  expect(log).toEqual(['open catalogue', 'open store', 'close store', 'close catalogue']);
});

it('closes the parts under a part that fails because one of them cannot be opened', async () => {
  const { parts, log, part } = notingParts();
  const store = part('store', Promise.reject(new Error('the disk is full')));
  await part('catalogue')();
  const bot = parts.open(store, () => log.push('close bot'));
  await expect(bot).rejects.toThrow('the disk is full');
  await parts.close();
  expect(log).toEqual(['open catalogue', 'close catalogue']);
});

it('closes the other parts if one cannot be closed, and says why; afterwards nothing can be opened', async () => {
  const { parts, log, part } = notingParts();
  await part('catalogue')();
  parts.onClose(() => Promise.reject(new Error('the page hangs')));
  await part('bot')();
  await expect(parts.close()).rejects.toThrow('the page hangs');
  expect(log).toEqual(['open catalogue', 'open bot', 'close bot', 'close catalogue']);
  await expect(part('store')()).rejects.toThrow('the app is closed');
});
