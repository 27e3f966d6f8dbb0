import type { ChartFilters } from '../src/charts/chart.ts';
import { charts as allCharts } from '../src/charts/kinds/index.ts';
import { subcommand, withSubcommands } from '../src/command/command.ts';
import { UserError } from '../src/contract/call.ts';
import { CHOSEN, customId } from '../src/contract/custom-id.ts';
import { chartReply } from '../src/replies/chart.ts';
import { commonLanguageOption, decadeOption, genreNamed, genreOption } from '../src/slash/options.ts';
import { genreName, languageName } from '../src/text/format.ts';
import { text } from '../src/text/text.ts';

/** /eda grafico: a chart of the catalogue. */
const grafico = subcommand({
  name: 'eda grafico',
  english: 'chart',
  es: 'El catálogo en un gráfico: idiomas, estrenos, costos, palabras y más',
  en: 'The catalogue as a chart: languages, releases, budgets, words and more',
  options: {
    tipo: {
      type: 'string',
      english: 'type',
      es: 'Qué gráfico',
      en: 'Which chart',
      required: true,
      choices: allCharts.map(({ name, label }) => ({ value: name, ...label })),
    },
    genero: genreOption,
    decada: decadeOption,
    idioma: commonLanguageOption,
  },
  async execute(call, { catalogue, charts }) {
    const { options, language, adult } = call;
    const chart = allCharts.find(({ name }) => name === options.tipo);
    if (chart === undefined) throw new Error(`no chart ${options.tipo}`);
    const applies = (filter: keyof ChartFilters) => chart.filters.includes(filter);
    const { genero, decada, idioma } = {
      ...(applies('genre') && { genero: options.genero }),
      ...(applies('decade') && { decada: options.decada }),
      ...(applies('language') && { idioma: options.idioma }),
    };
    const filters = { genre: genero ?? null, decade: decada ?? null, language: idioma ?? null };
    const t = text[language];
    const filterText = [
      ...(genero === undefined ? [] : [genreName(genreNamed(genero), language)]),
      ...(decada === undefined ? [] : [t.decade(decada)]),
      ...(idioma === undefined ? [] : [t.inLanguage(languageName(idioma, language))]),
    ].join(' · ');
    const request = { chart, filters, adult, language, filterText };
    const picture = await charts.draw(catalogue, request, () => call.defer());
    if (picture === undefined) throw new UserError({ content: t.chartEmpty });
    const ignored = NARROWING.filter(([option, filter]) => options[option] !== undefined && !applies(filter));
    const offer = {
      charts: allCharts,
      shown: chart.name,
      selectId: customId('replace', call.signature, { ...options, tipo: CHOSEN }),
      ignored: ignored.map(([option, filter]) => (language === 'es' ? option : filter)),
    };
    return chartReply(picture, offer, language);
  },
});

/** The options that narrow a chart, by their Spanish and English names. */
const NARROWING = [
  ['genero', 'genre'],
  ['decada', 'decade'],
  ['idioma', 'language'],
] as const;

/** /eda: exploring the data. */
export const eda = withSubcommands(
  {
    name: 'eda',
    english: 'explore',
    es: 'Explora los datos del catálogo',
    en: 'Explore the data of the catalogue',
    listed: 'catalogue',
  },
  [grafico],
);
