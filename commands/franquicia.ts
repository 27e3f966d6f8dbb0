import { readSaga } from '../src/catalogue/film-sets.ts';
import { lookupCommand } from '../src/command/command.ts';
import { sagaJson } from '../src/json/film-sets.ts';
import { findSaga, suggestSagas } from '../src/lookup/kinds.ts';
import { sagaReply } from '../src/replies/film-sets.ts';

/** /franquicia: the films of a saga and what they made. */
export const franquicia = lookupCommand({
  name: 'franquicia',
  english: 'franchise',
  es: 'Las películas de una saga y cuánto recaudaron',
  en: 'The films of a series and what they made',
  listed: 'catalogue',
  options: {
    franquicia: {
      type: 'string',
      english: 'franchise',
      es: 'El nombre de la saga o de una de sus películas',
      en: 'The name of the series or of one of its films',
      required: true,
      autocomplete: true,
    },
  },
  find: async (call, { catalogue }) =>
    readSaga(catalogue, await findSaga(call, catalogue, 'franquicia'), call.adult),
  reply: (saga, { language }) => sagaReply(saga, language),
  reads: 'shared',
  json: sagaJson,
  autocomplete: suggestSagas,
});
