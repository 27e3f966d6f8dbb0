import { readFilm } from '../src/catalogue/film.ts';
import type { Command } from '../src/command.ts';
import { findFilm, suggestTitles } from '../src/lookup.ts';
import { scoreReply } from '../src/replies/score.ts';
import { slash, titleOption } from './slash.ts';

/** /score_titulo: the year, the mean vote and the popularity of one film. */
export const scoreTitulo: Command = {
  data: slash('score_titulo', 'title_score', {
    es: 'Año, puntaje y popularidad de una película',
    en: 'Year, score and popularity of a film',
  })
    .addStringOption(titleOption)
    .toJSON(),
  async execute(call, { catalogue }) {
    const film = await readFilm(catalogue, await findFilm(call, catalogue));
    return scoreReply(film, call.language);
  },
  autocomplete: suggestTitles,
};
