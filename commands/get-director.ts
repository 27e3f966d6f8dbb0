import { readCareers } from '../src/catalogue/success.ts';
import { lookupCommand } from '../src/command/command.ts';
import { directorJson } from '../src/json/success.ts';
import { findPerson, suggestPeople } from '../src/lookup/kinds.ts';
import { personReply } from '../src/replies/person.ts';
import { directorCall } from '../src/slash/calls.ts';

/** /get_director: a director's films, a page at a time, and what each returned. */
export const getDirector = lookupCommand({
  ...directorCall,
  listed: 'people',
  async find(call, { catalogue }) {
    const person = await findPerson(call, catalogue, 'nombre_director', 'director');
    return { person, ...(await readCareers(catalogue, { person, adult: call.adult })) };
  },
  reply: (found, { options: { orden: order, pagina: page }, language }) =>
    personReply({ ...found, role: 'director', order, page }, language),
  json: directorJson,
  autocomplete: suggestPeople('director'),
});
