import { expect, it } from 'vitest';
import { customId, LONGEST_ID } from '../../src/contract/custom-id.ts';
import { discoverMoreCall } from '../../src/slash/discover-calls.ts';
import { packFilters, unpackFilters } from '../../src/slash/film-filters.ts';

const every = {
  genre: 10_770,
  fromYear: 1870,
  toYear: 2100,
  shortest: 1999,
  longest: 2000,
  score: 9,
  votes: 100_000,
  person: -2_147_483_648,
  country: 'US',
  language: 'es',
};

it('a custom id has room for every filter, the order and the page, or the person that is asked for', () => {
  const filtros = packFilters(every);
  expect(filtros).toBe('8b6.1fy.1mc.1jj.1jk.9.255s.-zik0zk.us.es');
  const page = customId('replace', discoverMoreCall, { filtros, orden: 'shortest', pagina: 9999 });
  const others = packFilters({ ...every, person: undefined });
  const asked = customId('add', discoverMoreCall, {
    filtros: others,
    orden: 'shortest',
    persona: '#-2147483648',
  });
  expect(page.length).toBeLessThanOrEqual(LONGEST_ID);
  expect(asked.length).toBeLessThanOrEqual(LONGEST_ID);
});

it('packed filters are read as they were', () => {
  expect(unpackFilters(packFilters(every))).toEqual(every);
  expect(unpackFilters(packFilters({ longest: 89, language: 'xx' }))).toEqual({
    longest: 89,
    language: 'xx',
  });
  expect(unpackFilters(packFilters({}))).toEqual({});
});

it.each(['', 'x', '1.2.3', '1.2.3.4.5.6.7.8.us.es.9', '1.2.3.4.5.6.7.8.us.ñ', '-.1.1.1.1.1.1.1.us.es'])(
  '%j is refused',
  (packed) => {
    expect(unpackFilters(packed)).toBeUndefined();
  },
);
