import { z } from 'zod';
import type { Brief } from '../catalogue/film.ts';
import type { Recommendation } from '../catalogue/recommendations.ts';
import type { Call } from '../contract/call.ts';
import { wordReasons } from '../replies/recommendations.ts';
import { unmarked } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { described, filmFields, filmJson } from './fields.ts';

/** /recomendacion as JSON. */
export const recommendationsJson = {
  path: '/recomendacion/{titulo}',
  schema: z.strictObject({
    ...filmFields,
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
          motivo: described(z.string(), 'Por qué', 'Why'),
        }),
      ),
      'Las mismas cinco, en el mismo orden',
      'The same five in the same order',
    ),
  }),
  of: (
    { film, recommendations }: { film: Brief; recommendations: readonly Recommendation[] },
    { language }: Call,
  ) => {
    const peliculas = recommendations.map((recommended) => ({
      ...filmJson(recommended, language),
      puntaje: recommended.vote_average,
      motivo: recommended.picked
        ? unmarked(wordReasons(recommended.reasons, language))
        : text[language].wellLikedToo,
    }));
    return {
      ...filmJson(film, language),
      lista_recomendada: peliculas.map(({ titulo }) => titulo),
      peliculas,
    };
  },
} as const;
