import { z } from 'zod';
import type { Career, Credit, Success } from '../catalogue/success.ts';
import type { Call, Language } from '../contract/call.ts';
import { SORTS, type Sort } from '../replies/person.ts';
import { described, filmFields, filmJson } from './fields.ts';

const id = described(z.int(), 'Número de la persona en TMDB', 'TMDB id of the person');
const mean = z.number().nullable();
const reliable = {
  peliculas_confiables: described(
    z.int(),
    'Cuántas tienen costo y recaudación de al menos 1000 dólares',
    'How many have a budget and a revenue of at least 1000 US dollars',
  ),
  retorno_promedio_confiable: described(mean, 'Retorno promedio de ellas', 'Their mean return'),
  retorno_mediano_confiable: described(mean, 'Retorno mediano de ellas', 'Their median return'),
};

const reliableOf = (success: Success) => ({
  peliculas_confiables: success.reliable,
  retorno_promedio_confiable: success.reliable_mean,
  retorno_mediano_confiable: success.reliable_median,
});

/** The result of /get_actor and /get_director: the person's TMDB id and both careers. */
interface Careers {
  person: number;
  actor: Career;
  director: Career;
}

/** /get_actor as JSON. */
export const actorJson = {
  path: '/get_actor/{nombre}',
  without: ['orden', 'pagina'],
  schema: z.strictObject({
    id,
    actor: described(z.string(), 'Nombre', 'Name'),
    cantidad_filmaciones: described(z.int(), 'Películas en que actuó', 'Films they acted in'),
    retorno_total: described(
      z.number(),
      'Éxito: la suma de los retornos (recaudación / costo; 0 si falta un dato)',
      'Success: the sum of the returns (revenue / budget; 0 where either is unknown)',
    ),
    retorno_promedio: described(z.number(), 'Promedio sobre todas ellas', 'Mean over all of them'),
    ...reliable,
    dirigidas: described(z.int(), 'Películas que dirigió', 'Films they directed'),
  }),
  of: ({ person, actor: { success }, director }: Careers) => ({
    id: person,
    actor: success.name,
    cantidad_filmaciones: success.films,
    retorno_total: success.success,
    retorno_promedio: success.mean,
    ...reliableOf(success),
    dirigidas: director.success.films,
  }),
} as const;

const creditJson = (film: Credit, language: Language) => ({
  ...filmJson(film, language),
  fecha: film.release_date,
  retorno_pelicula: film.return,
  budget_pelicula: film.budget,
  revenue_pelicula: film.revenue,
});

/** /get_director as JSON, with all films on one page. */
export const directorJson = {
  path: '/get_director/{nombre}',
  without: ['pagina'],
  schema: z.strictObject({
    id,
    director: described(z.string(), 'Nombre', 'Name'),
    cantidad_peliculas: described(z.int(), 'Películas que dirigió', 'Films they directed'),
    retorno_total_director: described(
      z.number(),
      'Éxito: la suma de los retornos',
      'Success: the sum of the returns',
    ),
    retorno_promedio: described(z.number(), 'Promedio sobre todas ellas', 'Mean over all of them'),
    ...reliable,
    peliculas: z.array(
      z.strictObject({
        ...filmFields,
        fecha: described(z.iso.date().nullable(), 'Fecha de estreno', 'Release date'),
        retorno_pelicula: described(z.number(), 'Retorno', 'Return'),
        budget_pelicula: described(
          z.number(),
          'Costo en dólares; 0 sin dato',
          'Budget in US dollars; 0 unknown',
        ),
        revenue_pelicula: described(
          z.number(),
          'Recaudación en dólares; 0 sin dato',
          'Revenue in US dollars; 0 unknown',
        ),
      }),
    ),
  }),
  of: ({ person, director: { success, films } }: Careers, { language, options }: Call<{ orden?: Sort }>) => ({
    id: person,
    director: success.name,
    cantidad_peliculas: success.films,
    retorno_total_director: success.success,
    retorno_promedio: success.mean,
    ...reliableOf(success),
    peliculas: [...films].sort(SORTS[options.orden ?? 'fecha']).map((film) => creditJson(film, language)),
  }),
} as const;
