import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkSample } from '../data/sample/check.ts';
import { sampleCatalogue } from './support/sample-catalogue.ts';

const full = fileURLToPath(new URL('../../shared/data', import.meta.url));

describe('the sample', () => {
  it('has a film whose row was cut in two, one copy of a duplicate, and a budget of 1', async () => {
    const catalogue = await sampleCatalogue();
    const rows = await catalogue.read(AbortSignal.timeout(10_000), ({ query }) =>
      query(
        "select title, (card->>'runtime')::int as runtime, budget::int as budget, revenue::int as revenue from movies where id in (352161, 3082) order by id",
      ),
    );
    expect(rows).toEqual([
      { title: 'Modern Times', runtime: 87, budget: 1, revenue: 8_500_000 },
      { title: 'The Clan', runtime: 110, budget: 0, revenue: 20_381_995 },
    ]);
  });

  const isHere = existsSync(full);
  it.skipIf(!isHere)(
    `agrees with the full data set in every fact${isHere ? '' : ' (skipped: the full data are not on this machine)'}`,
    async () => {
      expect(await checkSample(full)).toEqual({ compared: 391, differences: [] });
    },
  );
});
