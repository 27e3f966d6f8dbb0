import { openingsInMonth } from '../src/catalogue/openings.ts';
import { lookupCommand } from '../src/command/lookup-command.ts';
import { choice, integerOption, slash } from '../src/command/slash.ts';
import { monthJson } from '../src/json/openings.ts';
import { openingsReply } from '../src/replies/openings.ts';
import { text } from '../src/text/text.ts';

const months = text.es.months.map((es, index) => choice(index + 1, { es, en: text.en.months[index] ?? es }));

/** /peliculas_mes: how many films opened in a month. */
export const peliculasMes = lookupCommand({
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
  find: ({ options, adult }, { catalogue }) => openingsInMonth(catalogue, Number(options.mes), adult),
  reply: (openings, { options, language }) =>
    openingsReply(openings, { unit: 'month', number: Number(options.mes) }, language),
  reads: 'shared',
  json: monthJson,
});
