import { z } from 'zod';
import type { Chain } from '../catalogue/chain.ts';
import type { Call } from '../contract/call.ts';
import { distanceOf } from '../replies/chain.ts';
import { described, filmFields, filmJson } from './fields.ts';

const chainFields = {
  personas: described(
    z.array(
      z.strictObject({
        id: described(z.int(), 'Número de la persona en TMDB', 'TMDB id of the person'),
        nombre: described(z.string(), 'Nombre', 'Name'),
      }),
    ),
    'Las personas, de un extremo al otro; sin camino, solo los extremos',
    'The people from one end to the other; without a chain only the ends',
  ),
  peliculas: described(
    z.array(z.strictObject(filmFields)),
    'Las películas, en el mismo orden',
    'The films in the same order',
  ),
};

const chainOf = ({ people, films }: Chain, { language }: Call) => ({
  personas: people.map(({ id, name }) => ({ id, nombre: name })),
  peliculas: films.map((film) => filmJson(film, language)),
});

const distance = z.int().nullable();

const connectionForm = {
  schema: z.strictObject({
    distancia: described(
      distance,
      'Cuántas películas hay entre dos personas, o personas entre dos películas; null si no hay camino',
      'The films between two people, or people between two films; null if they are not connected',
    ),
    ...chainFields,
  }),
  of: (chain: Chain, call: Call) => ({ distancia: distanceOf(chain) ?? null, ...chainOf(chain, call) }),
} as const;

/** /conexion as JSON. */
export const peopleChainJson = { path: '/conexion/{persona1}', ...connectionForm } as const;

/** /conexion_peliculas as JSON. */
export const filmChainJson = { path: '/conexion_peliculas/{titulo}', ...connectionForm } as const;

/** /bacon as JSON. */
export const baconJson = {
  path: '/bacon/{nombre}',
  schema: z.strictObject({
    numero_bacon: described(
      distance,
      'Cuántas películas hay hasta Kevin Bacon; null si no hay camino',
      'The films up to Kevin Bacon; null if they are not connected',
    ),
    ...chainFields,
  }),
  of: (chain: Chain, call: Call) => ({ numero_bacon: distanceOf(chain) ?? null, ...chainOf(chain, call) }),
} as const;
