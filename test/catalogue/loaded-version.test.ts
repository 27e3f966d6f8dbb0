import { expect, it } from 'vitest';
import { readFilm } from '../../src/catalogue/film.ts';
import { batchByKey } from '../../src/catalogue/loaded-version.ts';
import { TooSlow } from '../../src/contract/call.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

const patience = () => AbortSignal.timeout(10_000);
const yearOf = 'select id as key, release_year from movies where list_contains($keys::int[], id)';
const SLOW =
  'select count(*)::int as pairs from range(100000) a, range(100000) b, range(100000) c where a.range % 7 = b.range % 11';

it('concurrent queries by key become one query, and each call gets the rows of its key', async () => {
  const catalogue = await sampleCatalogue();
  await catalogue.read(patience(), async ({ query }) => {
    let queries = 0;
    const queryByKey = batchByKey((sql, params) => {
      queries++;
      return query(sql, params);
    });
    const years = (ids: number[]) => Promise.all(ids.map((id) => queryByKey(yearOf, id)));
    expect(await years([862, 949, 1, 862])).toEqual([
      [{ key: 862, release_year: 1995 }],
      [{ key: 949, release_year: 1995 }],
      [],
      [{ key: 862, release_year: 1995 }],
    ]);
    expect(queries).toBe(1);
    const first = years([13]);
    await new Promise(setImmediate);
    await Promise.all([first, years([2]), years([3])]);
    expect(queries).toBe(3);
  });
});

it('an aborted reader does not affect the others that share its query', async () => {
  const catalogue = await sampleCatalogue();
  const leaving = new AbortController();
  const left = catalogue.read(leaving.signal, (snapshot) => readFilm(snapshot, 862));
  const stays = catalogue.read(patience(), (snapshot) => readFilm(snapshot, 949));
  leaving.abort(new TooSlow());
  await expect(left).rejects.toBeInstanceOf(TooSlow);
  expect((await stays).title).toBe('Heat');
});

it('concurrent first callers of queryOnce share one query, and a caller that leaves does not fail the others', async () => {
  const catalogue = await sampleCatalogue();
  const count = 'select count(*)::int as films, 1 as concurrent from movies';
  let made = 0;
  const make = ([row]: { films: number }[]) => {
    made++;
    return row?.films;
  };
  const counts = await Promise.all(
    Array.from({ length: 20 }, () => catalogue.read(patience(), ({ queryOnce }) => queryOnce(count, make))),
  );
  expect(new Set(counts)).toEqual(new Set([392]));
  expect(made).toBe(1);

  const leaving = new AbortController();
  const slow = `${SLOW} -- once`;
  const left = catalogue.read(leaving.signal, ({ queryOnce }) => queryOnce(slow, () => 'made'));
  const stays = new AbortController();
  const waiting = catalogue.read(stays.signal, ({ queryOnce }) => queryOnce(slow, () => 'made'));
  leaving.abort(new TooSlow('left'));
  await expect(left).rejects.toThrow('left');
  stays.abort(new TooSlow('stays'));
  await expect(waiting).rejects.toThrow('stays');
});
