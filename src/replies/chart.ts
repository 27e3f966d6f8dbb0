import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../contract/call.ts';
import { count, shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { selectRow } from './components.ts';
import { colours } from './embeds.ts';

/** A drawn chart. */
export interface DrawnChart {
  title: string;
  caption: string;
  films: number;
  table: { rows: readonly (readonly string[])[] };
  png: Buffer;
}

/** The select below a chart, and the options that did not apply to it. */
interface Offer {
  /** Every chart by its name. */
  charts: readonly { name: string; label: Record<Language, string> }[];
  /** The name of the chart that is shown. */
  shown: string;
  /** The custom id of the select. */
  selectId: string;
  /** The names of the options that this chart ignores. */
  ignored: readonly string[];
}

const FILE = 'filmoteca.png';

/** The address of a chart in its embed. */
export const chartUrl = `attachment://${FILE}`;

/** A chart as a file, with its alt text. */
export const chartFile = (chart: DrawnChart, language: Language) => ({
  name: FILE,
  data: chart.png,
  description: altText(chart, language),
});

/** A chart as a picture, with its caption, its number of films, and a select that draws another chart in its place. */
export function chartReply(chart: DrawnChart, offer: Offer, language: Language): Reply {
  const t = text[language];
  const notes = offer.ignored.map((option) => t.chartUnheeded(option));
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(chart.title)
    .setDescription([plain(chart.caption), ...notes].join('\n'))
    .setImage(chartUrl)
    .setFooter({ text: t.chartFilms(count(chart.films, language), chart.films === 1) });
  return {
    embeds: [embed.toJSON()],
    components: [
      selectRow(
        offer.selectId,
        t.anotherChart,
        offer.charts.map(({ name, label }) => ({
          label: label[language],
          value: name,
          default: name === offer.shown,
        })),
      ),
    ],
    files: [chartFile(chart, language)],
  };
}

/** The alt text of the picture, with its first figures. Discord allows 1,024 characters. */
function altText({ title, caption, table }: DrawnChart, language: Language): string {
  const figures = table.rows
    .slice(0, 12)
    .map((cells) => cells.join(' '))
    .join('; ');
  return shorten(`${title}. ${caption} ${text[language].chartFigures(figures)}`, 1024);
}
