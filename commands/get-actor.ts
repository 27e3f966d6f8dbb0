import { readCareers } from '../src/catalogue/success.ts';
import { lookupCommand } from '../src/command/command.ts';
import { actorJson } from '../src/json/success.ts';
import { findPerson, suggestPeople } from '../src/lookup/kinds.ts';
import { personReply } from '../src/replies/person.ts';
import { actorCall } from '../src/slash/calls.ts';

/** /get_actor: an actor's films, a page at a time, and what they returned. */
export const getActor = lookupCommand({
  ...actorCall,
  listed: 'people',
  async find(call, { catalogue }) {
    const person = await findPerson(call, catalogue, 'nombre_actor', 'actor');
    return { person, ...(await readCareers(catalogue, { person, adult: call.adult })) };
  },
  reply: (found, { options: { orden: order, pagina: page }, language }) =>
    personReply({ ...found, role: 'actor', order, page }, language),
  json: actorJson,
  autocomplete: suggestPeople('actor'),
});
