import type { ChartFilters } from '../src/charts/chart.ts';
import { charts as allCharts } from '../src/charts/kinds/index.ts';
import { choice, integerOption, slash, stringOption, subcommand } from '../src/command/slash.ts';
import { type Subcommand, withSubcommands } from '../src/command/subcommands.ts';
import { type Language, type OptionValues, UserError } from '../src/contract/call.ts';
import { chartReply } from '../src/replies/chart.ts';
import { genreName, languageName } from '../src/text/format.ts';
import { text } from '../src/text/text.ts';
import { genreChoices, genreNamed } from './genres.ts';
import { languageChoices } from './languages.ts';

const DECADES = Array.from({ length: 14 }, (_, index) => 1890 + 10 * index);

/** /eda grafico: the catalogue as a picture. */
const grafico: Subcommand = {
  data: subcommand('grafico', 'chart', {
    es: 'El catálogo en un gráfico: idiomas, estrenos, costos, palabras y más',
    en: 'The catalogue as a chart: languages, releases, budgets, words and more',
  })
    .addStringOption(
      stringOption('tipo', 'type', { es: 'Qué gráfico', en: 'Which chart' })
        .setRequired(true)
        .addChoices(allCharts.map(({ name, label }) => choice(name, label))),
    )
    .addIntegerOption(
      integerOption('genero', 'genre', { es: 'Solo de este género', en: 'Only of this genre' }).addChoices(
        genreChoices,
      ),
    )
    .addIntegerOption(
      integerOption('decada', 'decade', { es: 'Solo de esta década', en: 'Only of this decade' }).addChoices(
        DECADES.map((decade) => choice(decade, { es: text.es.decade(decade), en: text.en.decade(decade) })),
      ),
    )
    .addStringOption(
      stringOption('idioma', 'language', {
        es: 'Solo con este idioma original',
        en: 'Only in this original language',
      }).addChoices(languageChoices),
    ),
  async execute(call, { catalogue, charts }) {
    const { options, language, adult } = call;
    const chart = allCharts.find(({ name }) => name === options.tipo);
    if (chart === undefined) throw new Error(`no chart ${options.tipo}`);
    const asked = readWishes(options);
    const heeds = (wish: keyof ChartFilters) => chart.filters.includes(wish);
    const wishes: ChartFilters = {
      genre: heeds('genre') ? asked.genre : null,
      decade: heeds('decade') ? asked.decade : null,
      language: heeds('language') ? asked.language : null,
    };
    const request = { chart, filters: wishes, adult, language, filterText: describe(wishes, language) };
    const picture = await charts.draw(catalogue, request, () => call.defer());
    if (picture === undefined) throw new UserError({ content: text[language].chartEmpty });
    const unheeded = WISHES.flatMap(([wish, option]) =>
      asked[wish] !== null && !heeds(wish) ? [option[language]] : [],
    );
    return chartReply(picture, { charts: allCharts, shown: chart.name, options, unheeded }, language);
  },
};

/** /eda: exploring the data. */
export const eda = withSubcommands(
  slash('eda', 'explore', { es: 'Explora los datos del catálogo', en: 'Explore the data of the catalogue' }),
  [grafico],
);

/** The wishes, and the options they are asked with. */
const WISHES = [
  ['genre', { es: 'genero', en: 'genre' }],
  ['decade', { es: 'decada', en: 'decade' }],
  ['language', { es: 'idioma', en: 'language' }],
] as const;

function readWishes({ genero, decada, idioma }: OptionValues): ChartFilters {
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  return {
    genre: number(genero),
    decade: number(decada),
    language: idioma === undefined ? null : String(idioma),
  };
}

/** "drama · años 90 · en español" */
function describe({ genre, decade, language: spoken }: ChartFilters, language: Language): string {
  const words = text[language];
  const parts = [
    ...(genre === null ? [] : [genreName(genreNamed(genre), language)]),
    ...(decade === null ? [] : [words.decade(decade)]),
    ...(spoken === null ? [] : [words.inLanguage(languageName(spoken, language))]),
  ];
  return parts.join(' · ');
}
