import { z } from 'zod';
import type { Call } from '../contract/call.ts';
import type { Anniversaries } from '../replies/anniversaries.ts';
import { described } from './fields.ts';
import { pageFields, summaryFields, summaryJson } from './film-page.ts';

/** /efemerides as JSON. */
export const anniversariesJson = {
  path: '/efemerides',
  schema: z.strictObject({
    mes: described(z.int(), 'El mes, de 1 a 12', 'The month, 1 to 12'),
    dia: described(z.int(), 'El día del mes', 'The day of the month'),
    ...pageFields,
    peliculas: described(
      z.array(z.strictObject(summaryFields)),
      'Las películas de la página, la que tiene más votos primero',
      'The films of the page, the most voted first',
    ),
  }),
  of: ({ films, page, pages, total, when }: Anniversaries, { language }: Call) => ({
    mes: when.month,
    dia: when.day,
    total,
    pagina: page,
    paginas: pages,
    peliculas: films.map((film) => summaryJson(film, language)),
  }),
} as const;
