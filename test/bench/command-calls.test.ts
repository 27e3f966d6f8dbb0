import { expect, it } from 'vitest';
import { lookupCalls } from '../../bench/command-calls.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

it('the benchmarks have values for the required options of every look-up command, and names for every completed one', async () => {
  const { calls, typed } = await lookupCalls(await sampleCatalogue(), 3);
  expect(calls.map(([name]) => name)).toContain('recomendacion');
  expect(calls.filter(([, options]) => options.length !== 3)).toEqual([]);
  expect(typed.length).toBeGreaterThan(3);
  expect(typed.filter(({ names }) => names.length === 0)).toEqual([]);
});
