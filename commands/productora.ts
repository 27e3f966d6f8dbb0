import { readCompany } from '../src/catalogue/film-sets.ts';
import { lookupCommand } from '../src/command/command.ts';
import { companyJson } from '../src/json/film-sets.ts';
import { findCompany, suggestCompanies } from '../src/lookup/kinds.ts';
import { companyReply } from '../src/replies/film-sets.ts';

/** /productora: the films of a production company, their revenue and their mean return. */
export const productora = lookupCommand({
  name: 'productora',
  english: 'company',
  es: 'Cuántas películas hizo una productora, cuánto recaudaron y cuánto rindieron',
  en: 'How many films a production company made, what they made and what they returned',
  listed: 'catalogue',
  options: {
    productora: {
      type: 'string',
      english: 'company',
      es: 'Su nombre',
      en: 'Its name',
      required: true,
      autocomplete: true,
    },
  },
  find: async (call, { catalogue }) =>
    readCompany(catalogue, await findCompany(call, catalogue, 'productora'), call.adult),
  reply: (company, { language }) => companyReply(company, language),
  json: companyJson,
  autocomplete: suggestCompanies,
});
