import { readEnd } from '../src/catalogue/film.ts';
import { readGroupRecommendations } from '../src/catalogue/group-recommendations.ts';
import { readRecommendations } from '../src/catalogue/recommendations.ts';
import { command, type Deps, lookupCommand } from '../src/command/command.ts';
import type { Call } from '../src/contract/call.ts';
import type { ValuesOf } from '../src/contract/signature.ts';
import { recommendationsJson } from '../src/json/recommendations.ts';
import { yearsOf } from '../src/lookup/film-filters.ts';
import { suggestTitles } from '../src/lookup/kinds.ts';
import { findFilms } from '../src/lookup/several-films.ts';
import { isAfterEnd } from '../src/replies/discover.ts';
import { recommendationsReply } from '../src/replies/recommendations.ts';
import { likeSeveralCall, recommendCall } from '../src/slash/calls.ts';

const PAGE_SIZE = 5;

type LikeSeveral = Call<ValuesOf<typeof likeSeveralCall.options>>;

/** One page of films like one film or between several. */
async function find(call: LikeSeveral, { catalogue }: Pick<Deps, 'catalogue'>) {
  const [first = 0, ...others] = await findFilms(call, catalogue);
  const { genero, idioma, solo_conocidas: known, pagina: page = 1 } = call.options;
  const request = {
    genre: genero,
    ...yearsOf(call),
    language: idioma,
    known,
    adult: call.adult,
    limit: PAGE_SIZE + 1,
    offset: (page - 1) * PAGE_SIZE,
  };
  const { films, picks } =
    others.length === 0
      ? await readRecommendations(catalogue, first, request).then(({ film, picks }) => ({
          films: [film],
          picks,
        }))
      : await readGroupRecommendations(catalogue, [first, ...others], request);
  const isEmpty = picks.length === 0 && request.fromYear !== undefined;
  const end = isEmpty ? await readEnd(catalogue) : '';
  return {
    films,
    recommendations: picks.slice(0, PAGE_SIZE),
    page,
    more: picks.length > PAGE_SIZE,
    ...(isEmpty && isAfterEnd(request, end) && { end }),
  };
}

/** /recomendacion: five films like one film, or between up to five, with reasons; buttons show five more. */
export const recomendacion = lookupCommand({
  ...recommendCall,
  listed: 'film',
  find: (call, deps) => find(call, deps),
  reply: (page, { options, language }) => recommendationsReply(page, options, language),
  json: recommendationsJson,
  autocomplete: suggestTitles,
});

/** The buttons below films between several, and the answer to a question which title was meant. */
export const recomendacionDeVarias = command({
  ...likeSeveralCall,
  listed: false,
  execute: async (call, deps) => recommendationsReply(await find(call, deps), call.options, call.language),
  autocomplete: suggestTitles,
});
