import { readCareers } from '../src/catalogue/success.ts';
import { lookupCommand } from '../src/command/lookup-command.ts';
import { choice, integerOption, slash, stringOption } from '../src/command/slash.ts';
import { directorJson } from '../src/json/success.ts';
import { findPerson, suggestPeople } from '../src/lookup/find.ts';
import { directorReply, type Sort } from '../src/replies/success.ts';

/** /get_director: what a director's films returned, with every film, ten a page. */
export const getDirector = lookupCommand({
  data: slash('get_director', 'director_success', {
    es: 'El éxito de un director o una directora, película por película',
    en: "A director's success, with every film",
  })
    .addStringOption(
      stringOption('nombre_director', 'director_name', { es: 'Su nombre', en: 'Their name' })
        .setRequired(true)
        .setAutocomplete(true),
    )
    .addStringOption(
      stringOption('orden', 'order', {
        es: 'Cómo ordenar las películas',
        en: 'How to order the films',
      }).addChoices(
        choice('fecha', { es: 'por fecha', en: 'by date' }),
        choice('retorno', { es: 'por retorno', en: 'by return' }),
        choice('ingresos', { es: 'por recaudación', en: 'by revenue' }),
      ),
    )
    .addIntegerOption(
      integerOption('pagina', 'page', {
        es: 'Qué página (van diez películas en cada una)',
        en: 'Which page of ten films',
      })
        .setMinValue(1)
        .setMaxValue(1000),
    )
    .toJSON(),
  async find(call, { catalogue }) {
    const person = await findPerson(call, catalogue, 'nombre_director', 'director');
    return { person, ...(await readCareers(catalogue, { person, adult: call.adult })) };
  },
  reply({ person, director }, { options, language }) {
    const sort = (options.orden ?? 'fecha') as Sort;
    const shown = { person, page: Number(options.pagina ?? 1), sort };
    return directorReply(director.success, director.films, shown, language);
  },
  reads: 'shared',
  json: directorJson,
  autocomplete: suggestPeople('director'),
});
