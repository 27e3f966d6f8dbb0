import { z } from 'zod';
import { type Company, type FilmsOf, type Openings, type Saga, sumRevenues } from '../catalogue/film-sets.ts';
import type { Call } from '../contract/call.ts';
import { collectionName } from '../replies/names.ts';
import { countryName, languageName } from '../text/format.ts';
import { text } from '../text/text.ts';
import { bestKnownField, described, filmFields, filmJson } from './fields.ts';

/** /productora as JSON. */
export const companyJson = {
  path: '/productoras_exitosas/{productora}',
  schema: z.strictObject({
    id: described(z.int(), 'Número de la productora en TMDB', 'TMDB id of the company'),
    productora: described(z.string(), 'Nombre', 'Name'),
    cantidad: described(z.int(), 'Cuántas películas produjo', 'How many films it produced'),
    revenue_total: described(
      z.number().nullable(),
      'Suma de las recaudaciones conocidas, en dólares; null sin ninguna',
      'Sum of the known revenues in US dollars; null without any',
    ),
    con_revenue: described(
      z.int(),
      'De cuántas películas se conoce la recaudación',
      'How many films have a known revenue',
    ),
    retorno_promedio: described(
      z.number().nullable(),
      'Promedio de recaudación / costo; null sin cifras',
      'Mean of revenue / budget; null without figures',
    ),
    peliculas_confiables: described(
      z.int(),
      'Las de ese promedio: costo y recaudación de al menos 1000 dólares',
      'Those of that mean: budget and revenue of at least 1000 US dollars',
    ),
    mas_conocidas: bestKnownField,
  }),
  of: (company: Company, { language }: Call) => ({
    id: company.id,
    productora: company.name,
    cantidad: company.films,
    revenue_total: company.with_revenue === 0 ? null : company.revenue,
    con_revenue: company.with_revenue,
    retorno_promedio: company.mean_return,
    peliculas_confiables: company.reliable,
    mas_conocidas: company.best.map((film) => filmJson(film, language)),
  }),
} as const;

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

const counted = {
  codigo: described(z.string(), 'Código en TMDB', 'TMDB code'),
  cantidad: described(z.int(), 'Cuántas películas del catálogo', 'How many films of the catalogue'),
  mas_conocidas: bestKnownField,
};

type Found = FilmsOf & { code: string };

const countedOf = ({ code, films, best }: Found, { language }: Call) => ({
  codigo: code,
  cantidad: films,
  mas_conocidas: best.map((film) => filmJson(film, language)),
});

/** /pais as JSON. */
export const countryJson = {
  path: '/peliculas_pais/{pais}',
  schema: z.strictObject({ pais: described(z.string(), 'El país', 'The country'), ...counted }),
  of: (found: Found, call: Call) => ({
    pais: countryName(found.code, call.language),
    ...countedOf(found, call),
  }),
} as const;

/** /idioma as JSON. */
export const languageJson = {
  path: '/peliculas_idioma/{idioma}',
  schema: z.strictObject({
    idioma: described(z.string(), 'El idioma original', 'The original language'),
    ...counted,
  }),
  of: (found: Found, call: Call) => ({
    idioma: languageName(found.code, call.language),
    ...countedOf(found, call),
  }),
} as const;

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
