import { readCareers } from '../src/catalogue/success.ts';
import { lookupCommand } from '../src/command/command.ts';
import { directorJson } from '../src/json/success.ts';
import { findPerson, suggestPeople } from '../src/lookup/kinds/people.ts';
import { directorReply } from '../src/replies/success.ts';
import { directorCall } from '../src/slash/calls.ts';

/** /get_director: the returns of a director's films, with every film, ten a page. */
export const getDirector = lookupCommand({
  ...directorCall,
  async find(call, { catalogue }) {
    const person = await findPerson(call, catalogue, 'nombre_director', 'director');
    return { person, ...(await readCareers(catalogue, { person, adult: call.adult })) };
  },
  reply: ({ person, director }, { options, language }) =>
    directorReply(director, { person, page: options.pagina ?? 1, sort: options.orden ?? 'fecha' }, language),
  reads: 'shared',
  json: directorJson,
  autocomplete: suggestPeople('director'),
});
