import { z } from 'zod';
import type { Company } from '../catalogue/companies.ts';
import type { Call } from '../contract/call.ts';
import { bestKnownField, described, filmJson } from './fields.ts';

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
