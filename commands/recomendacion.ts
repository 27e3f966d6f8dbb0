import { readPicks } from '../src/catalogue/recommendations.ts';
import { lookupCommand } from '../src/command/lookup-command.ts';
import { booleanOption, integerOption, slash, stringOption, titleOption } from '../src/command/slash.ts';
import type { OptionValues } from '../src/contract/call.ts';
import { recommendationsJson } from '../src/json/recommendations.ts';
import { findFilm, suggestTitles } from '../src/lookup/find.ts';
import { recommendationsReply } from '../src/replies/recommendations.ts';
import { genreChoices } from './genres.ts';
import { languageChoices } from './languages.ts';

const PAGE_SIZE = 5;

const year = (name: string, english: string, es: string, en: string) =>
  integerOption(name, english, { es, en }).setMinValue(1870).setMaxValue(2100);

/** /recomendacion: five films like one film, and why; five more at the press of a button. */
export const recomendacion = lookupCommand({
  data: slash('recomendacion', 'recommend', {
    es: 'Cinco películas parecidas a la que te gustó, y por qué',
    en: 'Five films like the one you liked, and why',
  })
    .addStringOption(titleOption)
    .addIntegerOption(
      integerOption('genero', 'genre', { es: 'Solo de este género', en: 'Only of this genre' }).addChoices(
        genreChoices,
      ),
    )
    .addIntegerOption(year('desde', 'from', 'Solo desde este año', 'Only from this year on'))
    .addIntegerOption(year('hasta', 'to', 'Solo hasta este año', 'Only up to this year'))
    .addStringOption(
      stringOption('idioma', 'language', {
        es: 'Solo con este idioma original',
        en: 'Only in this original language',
      }).addChoices(languageChoices),
    )
    .addBooleanOption(
      booleanOption('solo_conocidas', 'known', {
        es: 'Solo películas conocidas',
        en: 'Only well-known films',
      }),
    )
    .addIntegerOption(
      integerOption('pagina', 'page', {
        es: 'Qué página, de cinco películas',
        en: 'Which page of five films',
      })
        .setMinValue(1)
        .setMaxValue(99),
    )
    .toJSON(),
  async find(call, { catalogue }) {
    const id = await findFilm(call, catalogue);
    const page = Number(call.options.pagina ?? 1);
    const asked = {
      ...readWishes(call.options),
      adult: call.adult,
      limit: PAGE_SIZE + 1,
      offset: (page - 1) * PAGE_SIZE,
    };
    const { film, picks } = await readPicks(catalogue, id, asked);
    return { film, picks: picks.slice(0, PAGE_SIZE), page, more: picks.length > PAGE_SIZE };
  },
  reply: ({ film, ...shown }, { options, language }) => recommendationsReply(film, shown, options, language),
  reads: 'shared',
  json: recommendationsJson,
  autocomplete: suggestTitles,
});

function readWishes({ genero, desde, hasta, idioma, solo_conocidas: known }: OptionValues) {
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  return {
    genre: number(genero),
    fromYear: number(desde),
    toYear: number(hasta),
    language: idioma === undefined ? undefined : String(idioma),
    known: known === true,
  };
}
