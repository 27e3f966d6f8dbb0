import { expect, it } from 'vitest';
import { genreOption, titleOption, yearsOption } from '../../src/slash/options.ts';
import { suggestValues } from '../../src/slash/suggest-values.ts';
import { playCall } from '../../src/slash/trivia-calls.ts';
import { findChoice } from '../../src/slash/typed-values.ts';

const { decada } = playCall.options;

const suggested = (
  ...[option, typed, language = 'es']: [
    typeof genreOption | typeof yearsOption | typeof decada,
    string,
    ('es' | 'en')?,
  ]
) => suggestValues(option, typed, language)?.map(({ name }) => name);

it('before anything is typed every choice is suggested', () => {
  expect(suggested(genreOption, '')).toHaveLength(19);
  expect(suggested(decada, '')?.slice(0, 3)).toEqual(['década de 2020', 'década de 2010', 'década de 2000']);
});

it.each([
  ['terr', ['terror']],
  ['miedo', ['terror']],
  ['ficción', ['ciencia ficción']],
  ['Sci-Fi', ['ciencia ficción']],
  ['belica', ['guerra']],
  ['terrro', ['terror']],
])('the genre "%s" is suggested as %j', (typed, names) => {
  expect(suggested(genreOption, typed)).toEqual(names);
});

it.each(['años 80', 'los 80', 'ochentas', 'ochenta', '80s', '80', '1980', 'the eighties', 'década del 80'])(
  'the decade "%s" is found while it is typed and when it is sent; the same words are years',
  (typed) => {
    expect(suggested(decada, typed)?.[0]).toBe('años 80');
    expect(findChoice(decada.choices, typed)?.value).toBe(1980);
    expect(suggested(yearsOption, typed)?.[0]).toBe(typed === '1980' ? '1980' : '1980-1989');
  },
);

it('a value that is none of the choices is answered with what there is, before it is sent', () => {
  const [first, ...others] = suggested(genreOption, 'qwertyuiop') ?? [];
  expect(first).toBe(
    '«qwertyuiop» no está. Hay: acción, animación, aventura, ciencia ficción, comedia, crimen,…',
  );
  expect(others).toHaveLength(19);
  expect(suggested(decada, 'yesterday', 'en')?.[0]).toMatch(
    /^There is no “yesterday”. There is: 2020s, 2010s, 2000s/u,
  );
  expect(suggested(yearsOption, 'ayer')).toEqual([
    '«ayer» no está. Hay: 1994, 1990-1999, años 80, los 90, desde 2000, hasta 1970',
  ]);
});

it('options whose values come from the catalogue are left to the command', () => {
  expect(suggestValues(titleOption, 'toy', 'es')).toBeUndefined();
});
