import { readBaconChain } from '../src/catalogue/chain.ts';
import { lookupCommand } from '../src/command/command.ts';
import { baconJson } from '../src/json/chain.ts';
import { findPerson, suggestPeople } from '../src/lookup/kinds.ts';
import { baconReply } from '../src/replies/chain.ts';
import { baconCall } from '../src/slash/calls.ts';

/** /bacon: the chain from a person to Kevin Bacon. */
export const bacon = lookupCommand({
  ...baconCall,
  listed: 'people',
  async find(call, { catalogue }) {
    const from = await findPerson(call, catalogue, 'nombre', 'either');
    return readBaconChain(catalogue, { from, crew: call.options.con_equipo === true });
  },
  reply: (chain, { language }) => baconReply(chain, language),
  json: baconJson,
  autocomplete: suggestPeople('either'),
});
