import { readFilm } from '../src/catalogue/film.ts';
import { readPicks } from '../src/catalogue/recommendations.ts';
import type { Command } from '../src/command.ts';
import { findFilm, suggestTitles } from '../src/lookup.ts';
import { recommendationsReply } from '../src/replies/recommendations.ts';
import { slash, titleOption } from './slash.ts';

/** /recomendacion: five films like one film, and why. */
export const recomendacion: Command = {
  data: slash('recomendacion', 'recommend', {
    es: 'Cinco películas parecidas a la que te gustó, y por qué',
    en: 'Five films like the one you liked, and why',
  })
    .addStringOption(titleOption)
    .toJSON(),
  async execute(call, { catalogue }) {
    const id = await findFilm(call, catalogue);
    const [film, picks] = await Promise.all([readFilm(catalogue, id), readPicks(catalogue, id, call)]);
    return recommendationsReply(film, picks, call.language);
  },
  autocomplete: suggestTitles,
};
