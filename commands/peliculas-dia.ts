import { openingsOnWeekday } from '../src/catalogue/openings.ts';
import { lookupCommand } from '../src/command/lookup-command.ts';
import { choice, integerOption, slash } from '../src/command/slash.ts';
import { weekdayJson } from '../src/json/openings.ts';
import { openingsReply } from '../src/replies/openings.ts';
import { text } from '../src/text/text.ts';

const weekdays = text.es.weekdays.map((es, index) =>
  choice(index + 1, { es, en: text.en.weekdays[index] ?? es }),
);

/** /peliculas_dia: how many films opened on a day of the week. */
export const peliculasDia = lookupCommand({
  data: slash('peliculas_dia', 'films_by_weekday', {
    es: 'Cuántas películas se estrenaron un día de la semana',
    en: 'How many films opened on a day of the week',
  })
    .addIntegerOption(
      integerOption('dia', 'weekday', { es: 'El día de la semana', en: 'The day of the week' })
        .setRequired(true)
        .addChoices(...weekdays),
    )
    .toJSON(),
  find: ({ options, adult }, { catalogue }) => openingsOnWeekday(catalogue, Number(options.dia), adult),
  reply: (openings, { options, language }) =>
    openingsReply(openings, { unit: 'weekday', number: Number(options.dia) }, language),
  reads: 'shared',
  json: weekdayJson,
});
