import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addOutcomes, emptyOutcome, type Fault, failuresOf, type SoakContext } from '../../soak/fault.ts';
import { faults } from '../../soak/faults/index.ts';
import { makeTemporaryFolder } from '../../soak/temporary.ts';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { seededRandom } from '../../src/lib/random.ts';
import { openStore } from '../../src/store/store.ts';

const folder = makeTemporaryFolder(tmpdir());
let context: Omit<SoakContext, 'random'>;
beforeAll(async () => {
  context = {
    parquet: inject('sampleParquet'),
    catalogue: await openCatalogue(inject('sampleParquet')),
    store: await openStore({ file: join(folder, 'soak.db') }),
    folder,
    deadlineMs: 15_000,
  };
});
afterAll(async () => {
  await Promise.all([context.catalogue.close(), context.store.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const tested: [Fault, string | undefined][] = [];
for (const fault of faults) if (fault.testCount > 0) tested.push([fault, await fault.unavailable?.()]);

it.each([
  ['README.md', 'kinds of faults'],
  ['README.es.md', 'tipos de fallas'],
])('%s says how many faults the soak injects', (file, words) => {
  expect(readFileSync(file, 'utf8')).toContain(`${faults.length} ${words}`);
});

describe('the bot keeps answering during a fault and recovers by itself', () => {
  it('is tested with most faults of the soak', () => {
    expect(tested.length).toBeGreaterThan(faults.length / 2);
  });

  for (const [fault, reason] of tested) {
    const title = reason === undefined ? fault.name : `${fault.name} (skipped: ${reason})`;
    it.skipIf(reason !== undefined).concurrent(
      title,
      async () => {
        const session = await fault.open({ ...context, random: seededRandom(8) });
        const injected = await session.inject(fault.testCount);
        const outcome = addOutcomes(injected, { ...emptyOutcome(), ...(await session.close()) });
        expect(failuresOf(fault, outcome)).toEqual([]);
        expect(outcome.injected).toBe(fault.testCount);
      },
      60_000,
    );
  }
});
