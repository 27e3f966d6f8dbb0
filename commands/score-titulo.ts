import { readFilm } from '../src/catalogue/film.ts';
import { lookupCommand } from '../src/command/command.ts';
import { scoreJson } from '../src/json/film.ts';
import { findFilm, suggestTitles } from '../src/lookup/kinds.ts';
import { scoreReply } from '../src/replies/score.ts';
import { titleOption } from '../src/slash/options.ts';

/** /score_titulo: the year, the mean vote and the popularity of one film. */
export const scoreTitulo = lookupCommand({
  name: 'score_titulo',
  english: 'title_score',
  es: 'Año, puntaje y popularidad de una película',
  en: 'Year, score and popularity of a film',
  listed: 'film',
  options: { titulo: titleOption },
  find: async (call, { catalogue }) => readFilm(catalogue, await findFilm(call, catalogue, 'titulo')),
  reply: (film, { language }) => scoreReply(film, language),
  json: scoreJson,
  autocomplete: suggestTitles,
});
