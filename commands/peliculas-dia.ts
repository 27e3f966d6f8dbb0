import { openingsOnWeekday } from '../src/catalogue/openings.ts';
import type { Command } from '../src/command.ts';
import { openingsReply } from '../src/replies/openings.ts';
import { text } from '../src/text.ts';
import { choice, integerOption, slash } from './slash.ts';

const weekdays = text.es.weekdays.map((es, index) =>
  choice(index + 1, { es, en: text.en.weekdays[index] ?? es }),
);

/** /peliculas_dia: how many films opened on a day of the week. */
export const peliculasDia: Command = {
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
  async execute({ options, language, adult }, { catalogue }) {
    const number = Number(options.dia);
    return openingsReply(
      await openingsOnWeekday(catalogue, number, adult),
      { unit: 'weekday', number },
      language,
    );
  },
};
