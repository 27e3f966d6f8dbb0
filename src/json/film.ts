import { z } from 'zod';
import type { Film } from '../catalogue/film.ts';
import type { Call } from '../contract/call.ts';
import { ENOUGH_VOTES, hasScore } from '../replies/score.ts';
import { count } from '../text/format.ts';
import { unmarked } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { described, filmFields, filmJson } from './fields.ts';

/** /score_titulo as JSON. */
export const scoreJson = {
  path: '/score_titulo/{titulo}',
  schema: z.strictObject({
    ...filmFields,
    puntaje: described(
      z.number().nullable(),
      'Promedio de los votos, de 0 a 10; null sin votos',
      'Mean vote, 0 to 10; null without votes',
    ),
    popularidad: described(z.number(), 'Popularidad según TMDB', "TMDB's popularity"),
  }),
  of: (film: Film, { language }: Call) => ({
    ...filmJson(film, language),
    puntaje: hasScore(film) ? film.vote_average : null,
    popularidad: film.popularity,
  }),
} as const;

/** /votos_titulo as JSON. */
export const votesJson = {
  path: '/votos_titulo/{titulo}',
  schema: z.strictObject({
    ...filmFields,
    voto_total: described(z.int(), 'Cuántas personas la valoraron', 'How many people rated it'),
    voto_promedio: described(
      z.number().nullable(),
      'Promedio, de 0 a 10; null con menos de 2000 votos',
      'Mean vote, 0 to 10; null with fewer than 2000 votes',
    ),
    mensaje: described(
      z.string().nullable(),
      'Por qué no hay promedio; null si lo hay',
      'Why there is no mean; null where there is one',
    ),
  }),
  of: (film: Film, { language }: Call) => {
    const enough = film.vote_count >= ENOUGH_VOTES;
    const [votes, needed] = [count(film.vote_count, language), count(ENOUGH_VOTES, language)];
    return {
      ...filmJson(film, language),
      voto_total: film.vote_count,
      voto_promedio: enough ? film.vote_average : null,
      mensaje: enough ? null : unmarked(text[language].tooFewVotes(votes, needed, film.vote_count === 1)),
    };
  },
} as const;

/** /duracion as JSON. */
export const runtimeJson = {
  path: '/peliculas_duracion/{pelicula}',
  schema: z.strictObject({
    ...filmFields,
    duracion: described(z.int().nullable(), 'Minutos; null sin dato', 'Minutes; null unknown'),
  }),
  of: (film: Film, { language }: Call) => ({ ...filmJson(film, language), duracion: film.runtime }),
} as const;
