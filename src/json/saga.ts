import { z } from 'zod';
import { type Saga, sumRevenues } from '../catalogue/sagas.ts';
import type { Call } from '../contract/call.ts';
import { collectionName } from '../replies/names.ts';
import { described, filmFields, filmJson } from './fields.ts';

/** /franquicia as JSON. */
export const sagaJson = {
  path: '/franquicia/{franquicia}',
  schema: z.strictObject({
    id: described(z.int(), 'Número de la saga en TMDB', 'TMDB id of the saga'),
    franquicia: described(z.string(), 'Nombre', 'Name'),
    cantidad: described(z.int(), 'Cuántas películas tiene', 'How many films it has'),
    ganancia_total: described(
      z.number().nullable(),
      'Suma de las recaudaciones conocidas, en dólares; null sin ninguna',
      'Sum of the known revenues in US dollars; null without any',
    ),
    ganancia_promedio: described(z.number().nullable(), 'Promedio de ellas', 'Their mean'),
    con_ganancia: described(
      z.int(),
      'De cuántas películas se conoce la recaudación',
      'How many films have a known revenue',
    ),
    peliculas: described(
      z.array(
        z.strictObject({
          ...filmFields,
          ganancia: described(
            z.number().nullable(),
            'Recaudación en dólares; null sin dato',
            'Revenue in US dollars; null unknown',
          ),
        }),
      ),
      'Todas, la más conocida primero',
      'All of them, best known first',
    ),
  }),
  of: ({ id, name, films }: Saga, { language }: Call) => {
    const { total, known } = sumRevenues(films);
    return {
      id,
      franquicia: collectionName(name),
      cantidad: films.length,
      ganancia_total: known === 0 ? null : total,
      ganancia_promedio: known === 0 ? null : total / known,
      con_ganancia: known,
      peliculas: films.map((film) => ({
        ...filmJson(film, language),
        ganancia: film.revenue > 0 ? film.revenue : null,
      })),
    };
  },
} as const;
