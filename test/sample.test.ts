import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { checkSample } from '../data/sample/check.ts';
import { openCatalogue } from '../src/catalogue/catalogue.ts';

const full = fileURLToPath(new URL('../../shared/data', import.meta.url));

describe('the sample', () => {
  it('has its quirks: a film cut in two is whole, a duplicate set aside, a budget of 1 known', async () => {
    const catalogue = await openCatalogue(inject('sampleParquet'));
    const rows = await catalogue.read(AbortSignal.timeout(10_000), ({ query }) =>
      query(
        'select title, runtime, budget::int as budget, revenue::int as revenue from movies where id in (352161, 3082) order by id',
      ),
    );
    expect(rows).toEqual([
      { title: 'Modern Times', runtime: 87, budget: 1, revenue: 8_500_000 },
      { title: 'The Clan', runtime: 110, budget: 0, revenue: 20_381_995 },
    ]);
    await catalogue.close();
  });

  const here = existsSync(full);
  it.skipIf(!here)(
    `agrees with the full data set in every fact${here ? '' : ' (skipped: it is not on this machine)'}`,
    async () => {
      expect(await checkSample(full)).toEqual({ compared: 391, differences: [] });
    },
  );
});
