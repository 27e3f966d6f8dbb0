import { readFilm } from '../src/catalogue/film.ts';
import { lookupCommand } from '../src/command/command.ts';
import { votesJson } from '../src/json/film.ts';
import { findFilm, suggestTitles } from '../src/lookup/kinds.ts';
import { votesReply } from '../src/replies/score.ts';
import { titleOption } from '../src/slash/options.ts';

/** /votos_titulo: how many votes a film has and, from 2,000 votes up, their mean. */
export const votosTitulo = lookupCommand({
  name: 'votos_titulo',
  english: 'title_votes',
  es: 'Cuántos votos tiene una película y su promedio',
  en: 'How many votes a film has, and their mean',
  listed: 'film',
  options: { titulo: titleOption },
  find: async (call, { catalogue }) => readFilm(catalogue, await findFilm(call, catalogue, 'titulo')),
  reply: (film, { language }) => votesReply(film, language),
  json: votesJson,
  autocomplete: suggestTitles,
});
