import { z } from 'zod';
import type { Measure, Versus, VersusKind } from '../catalogue/versus.ts';
import type { Language } from '../contract/call.ts';
import { versusSentence } from '../replies/versus.ts';
import { described } from './fields.ts';

const amount = z.number().nullable();

const oneFilm = {
  costo: described(amount, 'En dólares; null sin cifras', 'In US dollars; null without figures'),
  recaudacion: described(amount, 'En dólares; null sin cifras', 'In US dollars; null without figures'),
  retorno: described(
    amount,
    'Recaudación entre costo, si ambos son de al menos 1000 dólares',
    'Revenue by cost, if both are at least 1000 US dollars',
  ),
  puntaje: described(amount, 'De 0 a 10; null sin votos', '0 to 10; null without votes'),
  votos: described(amount, 'Cuántos votos', 'How many votes'),
  duracion: described(amount, 'En minutos', 'In minutes'),
};

const known = (es: string, en: string) =>
  described(z.int(), `De cuántas películas se conoce ${es}`, `How many films have a known ${en}`);

const setOfFilms = {
  cantidad: described(amount, 'Cuántas películas', 'How many films'),
  costo: described(amount, 'Costo mediano en dólares', 'Median cost in US dollars'),
  con_costo: known('el costo', 'cost'),
  recaudacion: described(amount, 'Suma de las recaudaciones', 'Sum of the revenues'),
  con_recaudacion: known('la recaudación', 'revenue'),
  retorno: described(amount, 'Retorno mediano', 'Median return'),
  con_retorno: known('el retorno', 'return'),
  puntaje: described(amount, 'Promedio de todos los votos', 'Mean of all votes'),
  votos: oneFilm.votos,
};

const NAMES: Record<Measure, string> = {
  films: 'cantidad',
  cost: 'costo',
  revenue: 'recaudacion',
  return: 'retorno',
  score: 'puntaje',
  votes: 'votos',
  runtime: 'duracion',
};

const schemaOf = (figures: z.ZodRawShape) =>
  z.strictObject({
    resumen: described(z.string(), 'Lo que se ve, en una frase', 'What is to be seen, in a sentence'),
    lados: described(
      z.array(
        z.strictObject({
          id: described(
            z.int(),
            'Número en TMDB, o primer año de la década',
            'TMDB id, or first year of the decade',
          ),
          nombre: described(z.string(), 'Nombre', 'Name'),
          ...figures,
        }),
      ),
      'Los dos, en el orden pedido',
      'Both, in the order of the request',
    ),
  });

/** The schema of two films, people, sagas, decades or genres. */
export const versusSchemas: Record<VersusKind, z.ZodObject> = {
  films: schemaOf(oneFilm),
  people: schemaOf(setOfFilms),
  sagas: schemaOf(setOfFilms),
  decades: schemaOf(setOfFilms),
  genres: schemaOf(setOfFilms),
};

/** /versus as JSON. */
export const versusJson = (versus: Versus, language: Language) => ({
  resumen: versusSentence(versus, language),
  lados: versus.sides.map(({ id, title, figures }) => ({
    id,
    nombre: title,
    ...Object.fromEntries(
      (Object.keys(figures) as Measure[]).flatMap((measure) => {
        const { value = null, known: films } = figures[measure] ?? {};
        return [[NAMES[measure], value], ...(films === undefined ? [] : [[`con_${NAMES[measure]}`, films]])];
      }),
    ),
  })),
});
