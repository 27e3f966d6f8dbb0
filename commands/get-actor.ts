import { readCareers } from '../src/catalogue/success.ts';
import type { Command } from '../src/command.ts';
import { findPerson, suggestPeople } from '../src/lookup.ts';
import { actorReply } from '../src/replies/success.ts';
import { slash, stringOption } from './slash.ts';

/** /get_actor: what an actor's films returned. */
export const getActor: Command = {
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
  async execute(call, { catalogue }) {
    const person = await findPerson(call, catalogue, 'nombre_actor', 'actor');
    const { actor, director } = await readCareers(catalogue, { person, adult: call.adult });
    return actorReply(actor.success, { acted: actor.films, directed: director.films }, call.language);
  },
  autocomplete: suggestPeople('actor'),
};
