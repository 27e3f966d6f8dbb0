import type { Language } from '../../contract/call.ts';
import { count, oneDecimal } from '../../text/format.ts';
import { defineChart } from '../chart.ts';
import { withEnoughFilms } from '../enough-films.ts';
import { frame, powerOfTen } from '../frame.ts';
import { heat, palette } from '../theme.ts';

/**
 * Films by number of votes (four steps per power of ten) and mean vote (half points). Every row also has the deciles and
 * median of its step, and how many films have votes.
 */
interface CellRow {
  step: number;
  half: number;
  films: number;
  low: number;
  median: number;
  high: number;
  step_films: number;
  all_films: number;
}

const sql = `
  with chosen as (
    select vote_average, floor(log10(vote_count) * 4 + 1e-9)::int as step, least(floor(vote_average * 2), 19)::int as half
    from films_of($genre, $decade, $language, $adult)
    where vote_count > 0 and vote_average > 0
  ),
  steps as (
    select
      step,
      quantile_cont(vote_average, 0.1) as low,
      quantile_cont(vote_average, 0.5) as median,
      quantile_cont(vote_average, 0.9) as high,
      count(*)::int as step_films
    from chosen
    group by step
  ),
  cells as (
    select step, half, count(*)::int as films from chosen group by step, half
  )
  select cells.*, low, median, high, step_films, (select count(*)::int from chosen) as all_films
  from cells join steps using (step)
  order by step, half
`;

const es = {
  title: 'Promedio según la cantidad de votos',
  subtitle: 'la línea une las medianas',
  x: 'votos (escala logarítmica)',
  y: 'promedio',
  films: 'películas',
  caption: (few: string, fewLow: string, fewHigh: string, many: string, manyLow: string, manyHigh: string) =>
    `Con pocos votos cabe todo; con muchos, la opinión se asienta: ${few}, ocho de cada diez promedios van de ${fewLow} a ${fewHigh}; ${many}, de ${manyLow} a ${manyHigh}.`,
  votes: (from: string, to: string) => (from === to ? `con ${from} votos` : `con ${from} a ${to} votos`),
  one: 'con un solo voto',
  heads: ['votos', 'películas', 'décimo inferior', 'mediana', 'décimo superior'],
};
const en: typeof es = {
  title: 'Mean vote by number of votes',
  subtitle: 'the line joins the medians',
  x: 'votes (logarithmic scale)',
  y: 'mean vote',
  films: 'films',
  caption: (few, fewLow, fewHigh, many, manyLow, manyHigh) =>
    `With few votes anything goes; with many, opinion settles: ${few}, eight in ten means lie from ${fewLow} to ${fewHigh}; ${many}, from ${manyLow} to ${manyHigh}.`,
  votes: (from, to) => (from === to ? `with ${from} votes` : `with ${from} to ${to} votes`),
  one: 'with a single vote',
  heads: ['votes', 'films', 'lowest tenth', 'median', 'highest tenth'],
};
const chartText: Record<Language, typeof es> = { es, en };

/** Films by number of votes and mean vote. */
export const meanVotes = defineChart<CellRow>({
  name: 'votos',
  label: { es: 'promedio según los votos', en: 'mean vote by number of votes' },
  filters: ['genre', 'decade', 'language'],
  sql,
  draw(rows, { language, filterText }) {
    const steps = [...new Map(rows.map((row) => [row.step, row])).values()];
    const founded = withEnoughFilms(steps, ({ step_films: films }) => films);
    const [few] = founded;
    const many = founded.at(-1);
    if (few === undefined || many === undefined) return undefined;
    const t = chartText[language];
    const range = ({ step }: CellRow) => votesOf(step, language);
    return {
      title: t.title,
      caption: t.caption(
        range(few),
        oneDecimal(few.low, language),
        oneDecimal(few.high, language),
        range(many),
        oneDecimal(many.low, language),
        oneDecimal(many.high, language),
      ),
      films: few.all_films,
      table: {
        heads: t.heads,
        rows: steps.map((row) => [
          range(row),
          count(row.step_films, language),
          oneDecimal(row.low, language),
          oneDecimal(row.median, language),
          oneDecimal(row.high, language),
        ]),
      },
      spec: cells(rows, steps, { language, filterText }),
    };
  },
});

/** The whole numbers of votes in a step: "con 10 a 17 votos". */
function votesOf(step: number, language: Language): string {
  const t = chartText[language];
  const from = Math.ceil(powerOfTen(step / 4) - 1e-6);
  const to = Math.ceil(powerOfTen((step + 1) / 4) - 1e-6) - 1;
  return to === 1 ? t.one : t.votes(count(from, language), count(to, language));
}

/** Lower bounds, in films, of a cell's colours. */
const BANDS = [1, 2, 5, 20, 50, 200, 500] as const;

const bandOf = (from: number, next: number | undefined, language: Language) => {
  if (next === undefined) return `${count(from, language)}+`;
  return next - from === 1 ? count(from, language) : `${count(from, language)}–${count(next - 1, language)}`;
};

function cells(
  rows: readonly CellRow[],
  steps: readonly CellRow[],
  { language, filterText }: { language: Language; filterText: string },
) {
  const t = chartText[language];
  const edge = (step: number) => powerOfTen(step / 4);
  const last = steps.at(-1)?.step ?? 0;
  const bands = BANDS.map((from, place) => bandOf(from, BANDS[place + 1], language));
  const x = {
    type: 'quantitative',
    scale: { type: 'log', domain: [1, edge(last + 1)], nice: false },
    axis: { title: t.x, values: [1, 10, 100, 1000, 10_000], formatType: `plain_${language}` },
  };
  const y = {
    type: 'quantitative',
    scale: { domain: [0, 10], nice: false },
    axis: { title: t.y, values: [0, 2, 4, 6, 8, 10] },
  };
  return frame(t.title, [filterText, t.subtitle], {
    layer: [
      {
        data: {
          values: rows.map(({ step, half, films }) => ({
            from: edge(step),
            to: edge(step + 1),
            low: half / 2,
            high: (half + 1) / 2,
            band: bands[BANDS.findLastIndex((from) => films >= from)],
          })),
        },
        mark: { type: 'rect', stroke: palette.card, strokeWidth: 1 },
        encoding: {
          x: { field: 'from', ...x },
          x2: { field: 'to' },
          y: { field: 'low', ...y },
          y2: { field: 'high' },
          color: {
            field: 'band',
            type: 'ordinal',
            scale: { domain: bands.toReversed(), range: heat.toReversed() },
            legend: { title: t.films, symbolType: 'square', symbolSize: 160, symbolStrokeWidth: 0 },
          },
        },
      },
      // The dark line below sets the white one off from the yellow cells.
      ...[
        { color: palette.card, strokeWidth: 6, size: 100 },
        { color: palette.ink, strokeWidth: 2.5, size: 36 },
      ].map(({ color, strokeWidth, size }) => ({
        data: { values: steps.map(({ step, median }) => ({ at: edge(step + 0.5), median })) },
        mark: { type: 'line', color, strokeWidth, point: { color, size, filled: true } } as const,
        encoding: { x: { field: 'at', ...x }, y: { field: 'median', ...y } },
      })),
    ],
  });
}
