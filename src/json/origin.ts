import { z } from 'zod';
import type { FilmsOf } from '../catalogue/origins.ts';
import type { Call } from '../contract/call.ts';
import { countryName, languageName } from '../text/format.ts';
import { bestKnownField, described, filmJson } from './fields.ts';

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
