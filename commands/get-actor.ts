import { readCareers } from '../src/catalogue/success.ts';
import { lookupCommand } from '../src/command/lookup-command.ts';
import { slash, stringOption } from '../src/command/slash.ts';
import { actorJson } from '../src/json/success.ts';
import { findPerson, suggestPeople } from '../src/lookup/find.ts';
import { actorReply } from '../src/replies/success.ts';

/** /get_actor: what an actor's films returned. */
export const getActor = lookupCommand({
  data: slash('get_actor', 'actor_success', {
    es: 'El éxito de un actor o una actriz, medido por lo que rindieron sus películas',
    en: "An actor's success, by what their films returned",
  })
    .addStringOption(
      stringOption('nombre_actor', 'actor_name', { es: 'Su nombre', en: 'Their name' })
        .setRequired(true)
        .setAutocomplete(true),
    )
    .toJSON(),
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
