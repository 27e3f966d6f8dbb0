import { readFilmsOf } from '../src/catalogue/film-sets.ts';
import { lookupCommand } from '../src/command/command.ts';
import { countryJson } from '../src/json/film-sets.ts';
import { findOrigin, suggestOrigins } from '../src/lookup/origins.ts';
import { countryReply } from '../src/replies/film-sets.ts';

/** /pais: how many films that a country produced, and the best known. */
export const pais = lookupCommand({
  name: 'pais',
  english: 'country',
  es: 'Cuántas películas se produjeron en un país, y las más conocidas',
  en: 'How many films a country produced, and the best known',
  listed: 'catalogue',
  options: {
    pais: {
      type: 'string',
      english: 'country',
      es: 'El país, en español o en inglés',
      en: 'The country, in English or Spanish',
      required: true,
      autocomplete: true,
    },
  },
  async find(call, { catalogue }) {
    const code = await findOrigin('country', call, catalogue, 'pais');
    return { code, ...(await readFilmsOf(catalogue, 'country', code, call.adult)) };
  },
  reply: (found, { language }) => countryReply(found, language),
  json: countryJson,
  autocomplete: suggestOrigins('country'),
});
