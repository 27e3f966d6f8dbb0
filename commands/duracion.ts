import { readFilm } from '../src/catalogue/film.ts';
import { lookupCommand } from '../src/command/command.ts';
import { runtimeJson } from '../src/json/film.ts';
import { findFilm, suggestTitles } from '../src/lookup/kinds.ts';
import { runtimeReply } from '../src/replies/score.ts';
import { titleOption } from '../src/slash/options.ts';

/** /duracion: the runtime and the year of one film. */
export const duracion = lookupCommand({
  name: 'duracion',
  english: 'runtime',
  es: 'Duración y año de una película',
  en: 'Runtime and year of a film',
  listed: 'film',
  options: { titulo: titleOption },
  find: async (call, { catalogue }) => readFilm(catalogue, await findFilm(call, catalogue, 'titulo')),
  reply: (film, { language }) => runtimeReply(film, language),
  json: runtimeJson,
  autocomplete: suggestTitles,
});
