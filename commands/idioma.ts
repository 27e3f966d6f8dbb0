import { readFilmsOf } from '../src/catalogue/film-sets.ts';
import { lookupCommand } from '../src/command/command.ts';
import { languageJson } from '../src/json/film-sets.ts';
import { findOrigin, suggestOrigins } from '../src/lookup/origins.ts';
import { languageReply } from '../src/replies/film-sets.ts';

/** /idioma: how many films with an original language, and the best known. */
export const idioma = lookupCommand({
  name: 'idioma',
  english: 'language',
  es: 'Cuántas películas tienen un idioma original, y las más conocidas',
  en: 'How many films have an original language, and the best known',
  listed: 'catalogue',
  options: {
    idioma: {
      type: 'string',
      english: 'language',
      es: 'El idioma, en español o en inglés',
      en: 'The language, in English or Spanish',
      required: true,
      autocomplete: true,
    },
  },
  async find(call, { catalogue }) {
    const code = await findOrigin('language', call, catalogue, 'idioma');
    return { code, ...(await readFilmsOf(catalogue, 'language', code, call.adult)) };
  },
  reply: (found, { language }) => languageReply(found, language),
  json: languageJson,
  autocomplete: suggestOrigins('language'),
});
