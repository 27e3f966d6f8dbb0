import { expect, expectTypeOf, it } from 'vitest';
import { command } from '../../src/command/command.ts';
import { CHOSEN, customId } from '../../src/contract/custom-id.ts';
import type { ValuesOf } from '../../src/contract/signature.ts';
import { directorCall, filmCall, type recommendCall } from '../../src/slash/calls.ts';
import type { playCall } from '../../src/slash/trivia-calls.ts';

it('the compiler knows the options of a call from their declaration', () => {
  expectTypeOf<ValuesOf<typeof directorCall.options>>().branded.toEqualTypeOf<{
    readonly nombre_director: string;
    readonly orden?: 'fecha' | 'retorno' | 'ingresos' | 'conocidas' | 'recientes';
    readonly pagina?: number;
  }>();
  expectTypeOf<ValuesOf<typeof recommendCall.options>['solo_conocidas']>().toEqualTypeOf<
    boolean | undefined
  >();
  expectTypeOf<NonNullable<ValuesOf<typeof playCall.options>['dificultad']>>().toEqualTypeOf<1 | 2 | 3>();
  const words = { english: 'x', es: 'x', en: 'x' };
  const made = command({
    ...words,
    name: 'x',
    listed: 'server',
    options: { titulo: { ...words, type: 'string', required: true }, desde: { ...words, type: 'integer' } },
    async execute({ options }) {
      expectTypeOf(options).branded.toEqualTypeOf<{ readonly titulo: string; readonly desde?: number }>();
      // @ts-expect-error: no such option
      return { content: String(options.hasta) };
    },
  });
  expect(made.data.options?.map(({ name }) => name)).toEqual(['titulo', 'desde']);
});

it('the compiler refuses a custom id that its command would refuse', () => {
  expect(customId('add', filmCall, { titulo: CHOSEN })).toBe('a/pelicula?title=*');
  // @ts-expect-error: the title is missing
  customId('add', filmCall, {});
  // @ts-expect-error: not an option of this command
  customId('add', filmCall, { titulo: '#1', orden: 'fecha' });
  // @ts-expect-error: not one of the choices
  customId('replace', directorCall, { nombre_director: '#1', orden: 'sueldo' });
  // @ts-expect-error: not a number
  customId('replace', directorCall, { nombre_director: '#1', pagina: 'dos' });
});
