import { readDescribed } from '../src/catalogue/described.ts';
import { lookupCommand } from '../src/command/command.ts';
import { UserError } from '../src/contract/call.ts';
import { describedJson } from '../src/json/described.ts';
import { describedReply, nothingDescribedReply, PAGE_SIZE } from '../src/replies/described.ts';
import { searchCall } from '../src/slash/calls.ts';

/** /buscar: films by what is remembered of them. */
export const buscar = lookupCommand({
  ...searchCall,
  listed: 'film',
  async find({ options: { texto, pagina = 1 }, language }, { catalogue }) {
    const found = await readDescribed(catalogue, texto, { page: pagina, size: PAGE_SIZE });
    if (found.films.length > 0) return found;
    throw new UserError(nothingDescribedReply(texto, pagina, language), { because: 'unknown', choices: [] });
  },
  reply: (found, { options, language }) => describedReply(found, options.texto, language),
  json: describedJson,
});
