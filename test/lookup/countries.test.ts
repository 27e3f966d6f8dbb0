import { beforeAll, expect, it } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { Snapshot } from '../../src/catalogue/snapshot.ts';
import { offlineCall } from '../../src/command/offline.ts';
import { type Language, UserError } from '../../src/contract/call.ts';
import { findCountry, suggestCountries } from '../../src/lookup/countries.ts';
import { lookupCall } from '../support/ask-command.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

const within = <Result>(work: (snapshot: Snapshot) => Promise<Result>) =>
  catalogue.read(AbortSignal.timeout(10_000), work);

const find = (pais: string) =>
  within((snapshot) => findCountry({ ...lookupCall('', 'es'), options: { pais } }, snapshot));

it.each([
  ['méxico', 'MX'],
  ['MX', 'MX'],
  ['Estados Unidos', 'US'],
  ['USA', 'US'],
  ['EE. UU.', 'US'],
  ['corea del sur', 'KR'],
  ['Corea', 'KR'],
  ['South Korea', 'KR'],
  ['inglaterra', 'GB'],
  ['Japan', 'JP'],
])('%s is read as the country %s', async (typed, code) => {
  expect(await find(typed)).toBe(code);
});

it.each(['Narnia', 'constructor', ''])('%j is refused with the countries of most films', async (typed) => {
  const refusal = await find(typed).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UserError);
  expect((refusal as UserError).reply.content).toMatch(
    /no es un valor de `pais`\. Puede ser: Estados Unidos, /u,
  );
});

it.each([
  ['es', 'core', [{ name: 'Corea del Sur', value: 'KR' }]],
  ['en', 'kore', [{ name: 'South Korea', value: 'KR' }]],
  ['es', 'eeuu', [{ name: 'Estados Unidos', value: 'US' }]],
] as const)('autocomplete in %s completes %s', async (language: Language, typed, expected) => {
  const focused = { ...offlineCall, subcommand: undefined, option: 'pais', typed, language };
  expect(await within((catalogue) => suggestCountries(focused, { catalogue }))).toEqual(expected);
});
