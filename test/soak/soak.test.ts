import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createRandom } from '../../bench/generate/random.ts';
import { type Fault, type Ground, nothingYet, sum } from '../../soak/fault.ts';
import { faults } from '../../soak/faults/index.ts';
import { faultsOf } from '../../soak/judge.ts';
import { makeScratch } from '../../soak/temporary.ts';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { openStore } from '../../src/store/store.ts';

const scratch = makeScratch(tmpdir());
let ground: Omit<Ground, 'random'>;
beforeAll(async () => {
  ground = {
    parquet: inject('sampleParquet'),
    catalogue: await openCatalogue(inject('sampleParquet')),
    store: await openStore({ file: join(scratch, 'soak.db') }),
    scratch,
    deadlineMs: 15_000,
  };
}, 60_000);
afterAll(async () => {
  await Promise.all([ground.catalogue.close(), ground.store.close()]);
  rmSync(scratch, { recursive: true, force: true });
});

const sliced: [Fault, string | undefined][] = [];
for (const fault of faults) if (fault.slice > 0) sliced.push([fault, await fault.unavailable?.()]);

describe('the bot keeps answering what it can, and comes back by itself', () => {
  for (const [fault, reason] of sliced) {
    const title = reason === undefined ? fault.name : `${fault.name} (skipped: ${reason})`;
    it.skipIf(reason !== undefined).concurrent(
      title,
      async () => {
        const random = createRandom(8);
        const scene = await fault.open({ ...ground, random: () => random.next() });
        const injected = await scene.inject(fault.slice);
        const outcome = sum(injected, { ...nothingYet(), ...(await scene.close()) });
        expect(faultsOf(fault, outcome)).toEqual([]);
        expect(outcome.injected).toBe(fault.slice);
      },
      60_000,
    );
  }
});
