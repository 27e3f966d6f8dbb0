import { readCareers } from '../src/catalogue/success.ts';
import { lookupCommand } from '../src/command/command.ts';
import { actorJson } from '../src/json/success.ts';
import { findPerson, suggestPeople } from '../src/lookup/kinds/people.ts';
import { actorReply } from '../src/replies/success.ts';

/** /get_actor: the returns of an actor's films. */
export const getActor = lookupCommand({
  name: 'get_actor',
  english: 'actor_success',
  es: 'El éxito de un actor o una actriz, medido por lo que rindieron sus películas',
  en: "An actor's success, by what their films returned",
  options: {
    nombre_actor: {
      type: 'string',
      english: 'actor_name',
      es: 'Su nombre',
      en: 'Their name',
      required: true,
      autocomplete: true,
    },
  },
  async find(call, { catalogue }) {
    const person = await findPerson(call, catalogue, 'nombre_actor', 'actor');
    return { person, ...(await readCareers(catalogue, { person, adult: call.adult })) };
  },
  reply: ({ actor, director }, { language }) =>
    actorReply(actor.success, { acted: actor.films, directed: director.films }, language),
  reads: 'shared',
  json: actorJson,
  autocomplete: suggestPeople('actor'),
});
