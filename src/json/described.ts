import { z } from 'zod';
import type { DescribedPage } from '../catalogue/described.ts';
import type { Call } from '../contract/call.ts';
import { described, filmFields, filmJson } from './fields.ts';

/** /buscar as JSON. */
export const describedJson = {
  path: '/buscar/{texto}',
  schema: z.strictObject({
    pagina: described(z.int(), 'Qué página es esta, de cinco películas', 'Which page of five films this is'),
    hay_mas: described(z.boolean(), 'Si hay otra página', 'Whether there is another page'),
    peliculas: described(
      z.array(
        z.strictObject({
          ...filmFields,
          puntaje: described(z.number(), 'Promedio de los votos, de 0 a 10', 'Mean vote, 0 to 10'),
          votos: described(z.int(), 'Cantidad de votos', 'Number of votes'),
          palabras: described(
            z.array(z.string()),
            'Las palabras de la búsqueda que coinciden, las más raras primero',
            'The words of the search that fit, the rarest first',
          ),
        }),
      ),
      'Las películas de la página, la que mejor coincide primero',
      'The films of the page, the best match first',
    ),
  }),
  of: ({ films, page, more }: DescribedPage, { language }: Call) => ({
    pagina: page,
    hay_mas: more,
    peliculas: films.map((film) => ({
      ...filmJson(film, language),
      puntaje: film.vote_average,
      votos: film.vote_count,
      palabras: film.words,
    })),
  }),
} as const;
