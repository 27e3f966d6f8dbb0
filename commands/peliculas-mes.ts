import { openingsInMonth } from '../src/catalogue/openings.ts';
import type { Command } from '../src/command.ts';
import { openingsReply } from '../src/replies/openings.ts';
import { text } from '../src/text.ts';
import { choice, integerOption, slash } from './slash.ts';

const months = text.es.months.map((es, index) => choice(index + 1, { es, en: text.en.months[index] ?? es }));

/** /peliculas_mes: how many films opened in a month. */
export const peliculasMes: Command = {
  data: slash('peliculas_mes', 'films_by_month', {
    es: 'Cuántas películas se estrenaron en un mes',
    en: 'How many films opened in a month',
  })
    .addIntegerOption(
      integerOption('mes', 'month', { es: 'El mes', en: 'The month' })
        .setRequired(true)
        .addChoices(...months),
    )
    .toJSON(),
  async execute({ options, language, adult }, { catalogue }) {
    const number = Number(options.mes);
    return openingsReply(
      await openingsInMonth(catalogue, number, adult),
      { unit: 'month', number },
      language,
    );
  },
};
