import { readSaga } from '../src/catalogue/film-sets.ts';
import { lookupCommand } from '../src/command/command.ts';
import { sagaJson } from '../src/json/film-sets.ts';
import { findSaga, suggestSagas } from '../src/lookup/kinds.ts';
import { sagaReply } from '../src/replies/film-sets.ts';
import { sagaCall } from '../src/slash/calls.ts';

/** /franquicia: the films of a saga and what they made. */
export const franquicia = lookupCommand({
  ...sagaCall,
  listed: 'catalogue',
  find: async (call, { catalogue }) =>
    readSaga(catalogue, await findSaga(call, catalogue, 'franquicia'), call.adult),
  reply: (saga, { language }) => sagaReply(saga, language),
  json: sagaJson,
  autocomplete: suggestSagas,
});
