import { EmbedBuilder } from '@discordjs/builders';
import type { Language, Reply } from '../contract/call.ts';
import { count, shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { selectRow } from './components.ts';
import { colours } from './embeds.ts';

/** A chart as it was drawn. */
export interface Charted {
  title: string;
  caption: string;
  films: number;
  table: { rows: readonly (readonly string[])[] };
  png: Buffer;
}

/** The select below a chart, and the options that did not apply to it. */
export interface Offer {
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

/** A chart as a picture with its caption and the films behind it; a select that draws another one in its place. */
export function chartReply(chart: Charted, offer: Offer, language: Language): Reply {
  const words = text[language];
  const notes = offer.ignored.map((option) => words.chartUnheeded(option));
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(chart.title)
    .setDescription([plain(chart.caption), ...notes].join('\n'))
    .setImage(`attachment://${FILE}`)
    .setFooter({ text: words.chartFilms(count(chart.films, language), chart.films === 1) });
  return {
    embeds: [embed.toJSON()],
    components: [
      selectRow(
        offer.selectId,
        words.anotherChart,
        offer.charts.map(({ name, label }) => ({
          label: label[language],
          value: name,
          default: name === offer.shown,
        })),
      ),
    ],
    files: [{ name: FILE, data: chart.png, description: altText(chart, language) }],
  };
}

/** What the picture shows in words, its first figures included; Discord takes 1,024 characters. */
function altText({ title, caption, table }: Charted, language: Language): string {
  const [first = [], ...others] = table.rows.slice(0, 12);
  const figures = [first, ...others].map((row) => row.join(' ')).join('; ');
  return shorten(`${title}. ${caption} ${text[language].chartFigures(figures)}`, 1024);
}
