import { z } from 'zod';
import type { Film } from '../catalogue/film.ts';
import type { Call } from '../contract/call.ts';
import { described, filmFields, filmJson } from './fields.ts';

/** /duracion as JSON. */
export const runtimeJson = {
  path: '/peliculas_duracion/{pelicula}',
  schema: z.strictObject({
    ...filmFields,
    duracion: described(z.int().nullable(), 'Minutos; null sin dato', 'Minutes; null unknown'),
  }),
  of: (film: Film, { language }: Call) => ({ ...filmJson(film, language), duracion: film.runtime }),
} as const;
