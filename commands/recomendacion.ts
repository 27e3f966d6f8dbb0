import { readRecommendations } from '../src/catalogue/recommendations.ts';
import { lookupCommand } from '../src/command/command.ts';
import { recommendationsJson } from '../src/json/recommendations.ts';
import { findFilm, suggestTitles } from '../src/lookup/kinds/films.ts';
import { recommendationsReply } from '../src/replies/recommendations.ts';
import { recommendCall } from '../src/slash/calls.ts';

const PAGE_SIZE = 5;

/** /recomendacion: five films like one film, with reasons; buttons show five more. */
export const recomendacion = lookupCommand({
  ...recommendCall,
  async find(call, { catalogue }) {
    const id = await findFilm(call, catalogue, 'titulo');
    const { genero, desde, hasta, idioma, solo_conocidas: known, pagina: page = 1 } = call.options;
    const { film, picks: found } = await readRecommendations(catalogue, id, {
      genre: genero,
      fromYear: desde,
      toYear: hasta,
      language: idioma,
      known,
      adult: call.adult,
      limit: PAGE_SIZE + 1,
      offset: (page - 1) * PAGE_SIZE,
    });
    return { film, recommendations: found.slice(0, PAGE_SIZE), page, more: found.length > PAGE_SIZE };
  },
  reply: ({ film, ...page }, { options, language }) => recommendationsReply(film, page, options, language),
  reads: 'shared',
  json: recommendationsJson,
  autocomplete: suggestTitles,
});
