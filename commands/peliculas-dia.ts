import { openingsOnWeekday } from '../src/catalogue/film-sets.ts';
import { lookupCommand } from '../src/command/command.ts';
import { weekdayJson } from '../src/json/film-sets.ts';
import { openingsReply } from '../src/replies/film-sets.ts';
import { text } from '../src/text/text.ts';

/** /peliculas_dia: how many films opened on a day of the week. */
export const peliculasDia = lookupCommand({
  name: 'peliculas_dia',
  english: 'films_by_weekday',
  es: 'Cuántas películas se estrenaron un día de la semana',
  en: 'How many films opened on a day of the week',
  listed: 'catalogue',
  options: {
    dia: {
      type: 'string',
      autocomplete: true,
      english: 'weekday',
      es: 'El día de la semana',
      en: 'The day of the week',
      required: true,
      choices: text.es.weekdays.map((es, index) => ({
        value: index + 1,
        es,
        en: text.en.weekdays[index] ?? es,
      })),
    },
  },
  find: ({ options, adult }, { catalogue }) => openingsOnWeekday(catalogue, options.dia, adult),
  reply: (openings, { options, language }) =>
    openingsReply(openings, { unit: 'weekday', number: options.dia }, language),
  json: weekdayJson,
});
