import { readChain } from '../src/catalogue/chain.ts';
import { lookupCommand } from '../src/command/command.ts';
import { filmChainJson } from '../src/json/chain.ts';
import { findFilm, suggestTitles } from '../src/lookup/kinds.ts';
import { chainReply } from '../src/replies/chain.ts';
import { connectFilmsCall } from '../src/slash/calls.ts';

/** /conexion_peliculas: the shortest chain of people between two films. */
export const conexionPeliculas = lookupCommand({
  ...connectFilmsCall,
  listed: 'film',
  async find(call, { catalogue }) {
    const from = await findFilm(call, catalogue, 'titulo');
    const to = await findFilm(call, catalogue, 'titulo2');
    return readChain(catalogue, { kind: 'films', from, to, crew: call.options.con_equipo === true });
  },
  reply: (chain, { language }) => chainReply(chain, language),
  json: filmChainJson,
  autocomplete: suggestTitles,
});
