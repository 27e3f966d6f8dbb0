import { z } from 'zod';
import type { Brief } from '../catalogue/film.ts';
import type { Language } from '../contract/call.ts';
import { described, filmFields, filmJson } from './fields.ts';

/** The fields of one page of films. */
export const pageFields = {
  total: described(z.int(), 'Cuántas películas hay en todas las páginas', 'How many films all pages have'),
  pagina: described(z.int(), 'Qué página es esta', 'Which page this is'),
  paginas: described(z.int(), 'Cuántas páginas hay', 'How many pages there are'),
};

/** The fields of a film in a page. */
export const summaryFields = {
  ...filmFields,
  puntaje: described(z.number(), 'Promedio de los votos, de 0 a 10', 'Mean vote, 0 to 10'),
  votos: described(z.int(), 'Cantidad de votos', 'Number of votes'),
  direccion: described(z.array(z.string()), 'Quiénes la dirigieron', 'Who directed it'),
};

/** These fields of a film. */
export const summaryJson = (film: Brief, language: Language) => ({
  ...filmJson(film, language),
  puntaje: film.vote_average,
  votos: film.vote_count,
  direccion: film.directors.map(({ name }) => name),
});
