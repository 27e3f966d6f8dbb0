import { readFilm } from '../src/catalogue/film.ts';
import type { Command } from '../src/command.ts';
import { findFilm, suggestTitles } from '../src/lookup.ts';
import { votesReply } from '../src/replies/score.ts';
import { slash, titleOption } from './slash.ts';

/** /votos_titulo: how many votes a film has and their mean, from 2,000 votes up. */
export const votosTitulo: Command = {
  data: slash('votos_titulo', 'title_votes', {
    es: 'Cuántos votos tiene una película y su promedio',
    en: 'How many votes a film has, and their mean',
  })
    .addStringOption(titleOption)
    .toJSON(),
  async execute(call, { catalogue }) {
    const film = await readFilm(catalogue, await findFilm(call, catalogue));
    return votesReply(film, call.language);
  },
  autocomplete: suggestTitles,
};
