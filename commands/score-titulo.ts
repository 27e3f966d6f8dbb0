import { readFilm } from '../src/catalogue/film.ts';
import { lookupCommand } from '../src/command/lookup-command.ts';
import { slash, titleOption } from '../src/command/slash.ts';
import { scoreJson } from '../src/json/score.ts';
import { findFilm, suggestTitles } from '../src/lookup/find.ts';
import { scoreReply } from '../src/replies/score.ts';

/** /score_titulo: the year, the mean vote and the popularity of one film. */
export const scoreTitulo = lookupCommand({
  data: slash('score_titulo', 'title_score', {
    es: 'Año, puntaje y popularidad de una película',
    en: 'Year, score and popularity of a film',
  })
    .addStringOption(titleOption)
    .toJSON(),
  find: async (call, { catalogue }) => readFilm(catalogue, await findFilm(call, catalogue)),
  reply: (film, { language }) => scoreReply(film, language),
  reads: 'shared',
  json: scoreJson,
  autocomplete: suggestTitles,
});
