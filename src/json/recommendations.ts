import { z } from 'zod';
import type { Call } from '../contract/call.ts';
import { type RecommendationPage, wordWhy } from '../replies/recommendations.ts';
import { unmarked } from '../text/sanitize.ts';
import { described, filmFields, filmJson } from './fields.ts';

/** /recomendacion as JSON. */
export const recommendationsJson = {
  path: '/recomendacion/{titulo}',
  schema: z.strictObject({
    ...filmFields,
    otras: described(
      z.array(z.strictObject(filmFields)).optional(),
      'Las otras películas dadas, si hay más de una',
      'The other given films, if there are any',
    ),
    lista_recomendada: described(
      z.array(z.string()),
      'Cinco títulos, el más parecido primero',
      'Five titles, most alike first',
    ),
    peliculas: described(
      z.array(
        z.strictObject({
          ...filmFields,
          puntaje: described(z.number(), 'Promedio de los votos, de 0 a 10', 'Mean vote, 0 to 10'),
          motivo: described(
            z.string(),
            'Por qué; entre varias, título por título',
            'Why; between several, title by title',
          ),
        }),
      ),
      'Las mismas cinco, en el mismo orden',
      'The same five in the same order',
    ),
  }),
  of: ({ films: [film, ...others], recommendations }: RecommendationPage, { language }: Call) => {
    const peliculas = recommendations.map((recommended) => ({
      ...filmJson(recommended, language),
      puntaje: recommended.vote_average,
      motivo: unmarked(wordWhy(recommended, language)),
    }));
    return {
      ...(film !== undefined && filmJson(film, language)),
      ...(others.length > 0 && { otras: others.map((other) => filmJson(other, language)) }),
      lista_recomendada: peliculas.map(({ titulo }) => titulo),
      peliculas,
    };
  },
} as const;
