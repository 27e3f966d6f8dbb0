import { z } from 'zod';
import type { Openings } from '../catalogue/openings.ts';
import type { Call } from '../contract/call.ts';
import { text } from '../text/text.ts';
import { described, filmFields, filmJson } from './fields.ts';

const counts = {
  cantidad: described(z.int(), 'Cuántas películas se estrenaron entonces', 'How many films opened then'),
  con_fecha: described(
    z.int(),
    'Películas del catálogo con fecha de estreno',
    'Films of the catalogue with a release date',
  ),
  sin_fecha: described(
    z.int(),
    'Películas del catálogo sin fecha de estreno: no cuentan en ningún mes ni día',
    'Films of the catalogue without a release date: they count in no month or day',
  ),
  mas_conocida: described(
    z.strictObject(filmFields).nullable(),
    'La que tiene más votos de ellas',
    'The most voted of them',
  ),
};

const countsOf = ({ films, dated, undated, best }: Openings, { language }: Call) => ({
  cantidad: films,
  con_fecha: dated,
  sin_fecha: undated,
  mas_conocida: best === undefined ? null : filmJson(best, language),
});

/** /peliculas_mes as JSON. */
export const monthJson = {
  path: '/peliculas_mes/{mes}',
  schema: z.strictObject({ mes: described(z.string(), 'El mes', 'The month'), ...counts }),
  of: (openings: Openings, call: Call<{ mes: number }>) => ({
    mes: text[call.language].months[call.options.mes - 1],
    ...countsOf(openings, call),
  }),
} as const;

/** /peliculas_dia as JSON. */
export const weekdayJson = {
  path: '/peliculas_dia/{dia}',
  schema: z.strictObject({
    dia: described(z.string(), 'El día de la semana', 'The day of the week'),
    ...counts,
  }),
  of: (openings: Openings, call: Call<{ dia: number }>) => ({
    dia: text[call.language].weekdays[call.options.dia - 1],
    ...countsOf(openings, call),
  }),
} as const;
