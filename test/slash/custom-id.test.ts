import fc from 'fast-check';
import { expect, it } from 'vitest';
import { customId, readCustomId } from '../../src/contract/custom-id.ts';
import { directorCall } from '../../src/slash/calls.ts';
import { playCall } from '../../src/slash/trivia-calls.ts';

it('a custom id carries the whole call', () => {
  const id = customId('replace', directorCall, {
    nombre_director: '#-2147483648',
    orden: 'ingresos',
    pagina: 1000,
  });
  expect(id).toBe('r/get_director?director_name=%23-2147483648&orden=ingresos&page=1000');
  expect(id.length).toBeLessThanOrEqual(100);
  expect(readCustomId(id)).toEqual({
    mode: 'replace',
    command: 'get_director',
    options: { director_name: '#-2147483648', orden: 'ingresos', page: '1000' },
  });
});

it('a custom id of a subcommand carries its call', () => {
  const id = customId('add', playCall, { rondas: 5 });
  expect(id).toBe('a/trivia/jugar?rondas=5');
  expect(readCustomId(id)?.command).toBe('trivia jugar');
});

it('the chosen value of a select replaces *', () => {
  expect(readCustomId('a/pelicula?titulo=*', '#949')?.options).toEqual({ titulo: '#949' });
});

it('an id that the bot did not write is not read', () => {
  for (const id of ['', 'x', 'pelicula', 'z/pelicula?titulo=1', 'a/pelicula', '../pelicula?x=1']) {
    expect(readCustomId(id)).toBeUndefined();
  }
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (id) => {
      const read = readCustomId(id);
      expect(read === undefined || /^[ra]\/[a-z_]+(?:\/[a-z_]+)?\?/u.test(id)).toBe(true);
    }),
    { seed: 1 },
  );
});
