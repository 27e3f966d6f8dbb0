import { readFilm } from '../src/catalogue/film.ts';
import { lookupCommand } from '../src/command/lookup-command.ts';
import { slash, titleOption } from '../src/command/slash.ts';
import { votesJson } from '../src/json/score.ts';
import { findFilm, suggestTitles } from '../src/lookup/find.ts';
import { votesReply } from '../src/replies/score.ts';

/** /votos_titulo: how many votes a film has and their mean, from 2,000 votes up. */
export const votosTitulo = lookupCommand({
  data: slash('votos_titulo', 'title_votes', {
    es: 'Cuántos votos tiene una película y su promedio',
    en: 'How many votes a film has, and their mean',
  })
    .addStringOption(titleOption)
    .toJSON(),
  find: async (call, { catalogue }) => readFilm(catalogue, await findFilm(call, catalogue)),
  reply: (film, { language }) => votesReply(film, language),
  reads: 'shared',
  json: votesJson,
  autocomplete: suggestTitles,
});
