import fc from 'fast-check';
import { expect, it } from 'vitest';
import { customId, readCustomId } from '../../src/contract/custom-id.ts';

it('a button carries its whole call', () => {
  const id = customId('replace', 'get_director', {
    nombre_director: '#-2147483648',
    orden: 'ingresos',
    pagina: 1000,
  });
  expect(id).toBe('r/get_director?nombre_director=%23-2147483648&orden=ingresos&pagina=1000');
  expect(id.length).toBeLessThanOrEqual(100);
  expect(readCustomId(id)).toEqual({
    mode: 'replace',
    command: 'get_director',
    options: { nombre_director: '#-2147483648', orden: 'ingresos', pagina: '1000' },
  });
});

it('a button of a subcommand carries it too', () => {
  const id = customId('add', 'eda grafico', { tipo: 'meses' });
  expect(id).toBe('a/eda/grafico?tipo=meses');
  expect(readCustomId(id)?.command).toBe('eda grafico');
});

it('what was chosen in a select takes the place of *', () => {
  expect(readCustomId('a/pelicula?titulo=*', '#949')?.options).toEqual({ titulo: '#949' });
});

it('what is not ours is not read, whatever it is', () => {
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
