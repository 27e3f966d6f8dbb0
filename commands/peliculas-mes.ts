import { openingsInMonth } from '../src/catalogue/film-sets.ts';
import { lookupCommand } from '../src/command/command.ts';
import { monthJson } from '../src/json/film-sets.ts';
import { openingsReply } from '../src/replies/film-sets.ts';
import { monthChoices } from '../src/slash/options.ts';

/** /peliculas_mes: how many films opened in a month. */
export const peliculasMes = lookupCommand({
  name: 'peliculas_mes',
  english: 'films_by_month',
  es: 'Cuántas películas se estrenaron en un mes',
  en: 'How many films opened in a month',
  listed: 'catalogue',
  options: {
    mes: {
      type: 'string',
      autocomplete: true,
      english: 'month',
      es: 'El mes',
      en: 'The month',
      required: true,
      choices: monthChoices,
    },
  },
  find: ({ options, adult }, { catalogue }) => openingsInMonth(catalogue, options.mes, adult),
  reply: (openings, { options, language }) =>
    openingsReply(openings, { unit: 'month', number: options.mes }, language),
  json: monthJson,
});
