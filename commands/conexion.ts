import { readChain } from '../src/catalogue/chain.ts';
import { lookupCommand } from '../src/command/command.ts';
import { peopleChainJson } from '../src/json/chain.ts';
import { findPerson, suggestPeople } from '../src/lookup/kinds.ts';
import { chainReply } from '../src/replies/chain.ts';
import { connectPeopleCall } from '../src/slash/calls.ts';

/** /conexion: the shortest chain of films between two people. */
export const conexion = lookupCommand({
  ...connectPeopleCall,
  listed: 'people',
  async find(call, { catalogue }) {
    const from = await findPerson(call, catalogue, 'persona1', 'either');
    const to = await findPerson(call, catalogue, 'persona2', 'either');
    return readChain(catalogue, { kind: 'people', from, to, crew: call.options.con_equipo === true });
  },
  reply: (chain, { language }) => chainReply(chain, language),
  json: peopleChainJson,
  autocomplete: suggestPeople('either'),
});
