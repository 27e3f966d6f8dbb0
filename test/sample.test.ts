import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkSample } from '../data/sample/check.ts';
import { sampleCatalogue } from './support/sample-catalogue.ts';

const full = fileURLToPath(new URL('../../shared/data', import.meta.url));

describe('the sample', () => {
  it('has a film that was split in two rows, a duplicate and a budget of 1', async () => {
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

  const hasFullData = existsSync(full);
  it.skipIf(!hasFullData)(
    `agrees with the full data set in every fact${hasFullData ? '' : ' (skipped: the full data are missing)'}`,
    async () => {
      expect(await checkSample(full)).toEqual({ compared: 391, differences: [] });
    },
  );
});
