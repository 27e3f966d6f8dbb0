import { z } from 'zod';
import type { Call } from '../contract/call.ts';
import type { Discovered } from '../replies/discover.ts';
import { described, filmFields, filmJson } from './fields.ts';

/** /descubrir as JSON. */
export const discoverJson = {
  path: '/descubrir',
  schema: z.strictObject({
    total: described(z.int(), 'Cuántas películas pasan los filtros', 'How many films pass the filters'),
    pagina: described(z.int(), 'Qué página es esta', 'Which page this is'),
    paginas: described(z.int(), 'Cuántas páginas hay', 'How many pages there are'),
    peliculas: described(
      z.array(
        z.strictObject({
          ...filmFields,
          puntaje: described(z.number(), 'Promedio de los votos, de 0 a 10', 'Mean vote, 0 to 10'),
          votos: described(z.int(), 'Cantidad de votos', 'Number of votes'),
          direccion: described(z.array(z.string()), 'Quiénes la dirigieron', 'Who directed it'),
        }),
      ),
      'Las películas de la página, en el orden pedido',
      'The films of the page in the order asked for',
    ),
  }),
  of: ({ films, page, pages, total }: Discovered, { language }: Call) => ({
    total,
    pagina: page,
    paginas: pages,
    peliculas: films.map((film) => ({
      ...filmJson(film, language),
      puntaje: film.vote_average,
      votos: film.vote_count,
      direccion: film.directors.map(({ name }) => name),
    })),
  }),
} as const;
