import { z } from 'zod';
import type { Language } from '../contract/call.ts';
import { type Named, titleOf } from '../replies/names.ts';

/** Describes a field in both languages. */
export const described = <Schema extends z.ZodType>(schema: Schema, es: string, en: string): Schema =>
  schema.meta({ description: `${es} · ${en}` });

/** The fields that name a film in every answer. */
export const filmFields = {
  id: described(z.int(), 'Número de la película en TMDB', 'TMDB id of the film'),
  titulo: described(z.string(), 'Título en el idioma de la respuesta', 'Title in the language of the answer'),
  anio: described(z.int().nullable(), 'Año de estreno', 'Year of release'),
};

/** These fields of a film. */
export const filmJson = (film: Named & { id: number; release_year: number | null }, language: Language) => ({
  id: film.id,
  titulo: titleOf(film, language),
  anio: film.release_year,
});

/** The best known films of a larger set. */
export const bestKnownField = described(
  z.array(z.strictObject(filmFields)),
  'Hasta diez, la que tiene más votos primero',
  'Up to ten, the most voted first',
);
