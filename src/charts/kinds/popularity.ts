import type { Language } from '../../contract/call.ts';
import { count, percent } from '../../text/format.ts';
import { defineChart } from '../chart.ts';
import { frame, powerOfTen } from '../frame.ts';
import { palette } from '../theme.ts';

/** A bar of the histogram, ten bars per power of ten; every row also has the figures of all films. */
interface BinRow {
  bin: number;
  films: number;
  mean: number;
  q1: number;
  median: number;
  q3: number;
  highest: number;
  all_films: number;
  /** Share of films below the mean. */
  below_mean: number;
}

const sql = `
  with chosen as (
    select popularity from films_of($genre, $decade, $language, $adult)
  ),
  figures as (
    select
      avg(popularity) as mean,
      quantile_cont(popularity, 0.25) as q1,
      quantile_cont(popularity, 0.5) as median,
      quantile_cont(popularity, 0.75) as q3,
      max(popularity) as highest,
      count(*)::int as all_films
    from chosen
  ),
  below as (
    select count(*) filter (popularity < mean) / count(*) as below_mean from chosen, figures
  ),
  bins as (
    select floor(log10(greatest(popularity, 0.01)) * 10 + 1e-9)::int as bin, count(*)::int as films
    from chosen
    group by bin
  )
  select bins.*, figures.*, below.* from bins, figures, below order by bin
`;

const es = {
  title: 'Popularidad de las películas',
  subtitle: 'escala logarítmica; 0.01 o menos, a la izquierda',
  x: 'popularidad según TMDB',
  y: 'películas',
  marks: {
    q1: 'primer cuartil',
    median: 'mediana',
    mean: 'promedio',
    q3: 'tercer cuartil',
    highest: 'máximo',
  },
  caption: (median: string, mean: string, below: string, highest: string) =>
    `La mitad no pasa de ${median}, pero el promedio sube a ${mean} por unas pocas muy populares: el ${below} queda por debajo. La que más, ${highest}.`,
  heads: ['medida', 'popularidad'],
};
const en: typeof es = {
  title: 'Popularity of films',
  subtitle: 'logarithmic scale; 0.01 or less on the left',
  x: 'popularity as TMDB has it',
  y: 'films',
  marks: { q1: 'first quartile', median: 'median', mean: 'mean', q3: 'third quartile', highest: 'maximum' },
  caption: (median, mean, below, highest) =>
    `Half of them are at ${median} or below, yet a few very popular ones lift the mean to ${mean}: ${below} stay below it. The highest is ${highest}.`,
  heads: ['measure', 'popularity'],
};
const chartText: Record<Language, typeof es> = { es, en };

const hundredths = {
  es: new Intl.NumberFormat('es-419', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }),
};

/** Histogram of popularity on a logarithmic scale, with mean, quartiles and maximum. */
export const popularity = defineChart<BinRow>({
  name: 'popularidad',
  label: { es: 'popularidad', en: 'popularity' },
  filters: ['genre', 'decade', 'language'],
  sql,
  draw(rows, { language, filterText }) {
    const [figures] = rows;
    if (figures === undefined) return undefined;
    const t = chartText[language];
    const write = (value: number) => hundredths[language].format(value);
    const marks = MARKS.map((name) => ({ name, value: figures[name] })).sort((a, b) => a.value - b.value);
    return {
      title: t.title,
      caption: t.caption(
        write(figures.median),
        write(figures.mean),
        percent(figures.below_mean, language),
        write(figures.highest),
      ),
      films: figures.all_films,
      table: {
        heads: t.heads,
        rows: [
          ...marks.map(({ name, value }) => [t.marks[name], write(value)]),
          [t.y, count(figures.all_films, language)],
        ],
      },
      spec: histogram(
        rows,
        marks.map(({ name, value }) => ({ value, label: `${t.marks[name]} ${write(value)}` })),
        { language, filterText },
      ),
    };
  },
});

const MARKS = ['q1', 'median', 'mean', 'q3', 'highest'] as const;

/** Each mark is lower than the one before it, so that its label, to the right of its top, overlaps no later mark. */
function histogram(
  rows: readonly BinRow[],
  marks: readonly { value: number; label: string }[],
  { language, filterText }: { language: Language; filterText: string },
) {
  const t = chartText[language];
  const tallest = Math.max(...rows.map(({ films }) => films));
  const top = tallest * 1.6;
  const stairs = marks.map(({ value, label }, place) => ({
    label,
    value: Math.max(0.01, value),
    height: top - place * tallest * 0.125,
    right: place === marks.length - 1,
  }));
  const [least, most] = [rows[0]?.bin ?? 0, rows.at(-1)?.bin ?? 0];
  const x = {
    type: 'quantitative',
    scale: { type: 'log', domain: [powerOfTen(least / 10), powerOfTen((most + 1) / 10)], nice: false },
    axis: {
      title: t.x,
      values: [0.01, 0.1, 1, 10, 100, 1000],
      formatType: `plain_${language}`,
      labelFlush: false,
    },
  };
  const y = {
    type: 'quantitative',
    scale: { domain: [0, top], nice: false },
    axis: {
      title: t.y,
      tickCount: 5,
      formatType: `compact_${language}`,
      // The lowest label of one axis would touch the first of the other.
      labelExpr: `datum.value > ${tallest} || datum.value === 0 ? '' : datum.label`,
    },
  };
  const markLabels = (align: 'left' | 'right', when: string) => ({
    transform: [{ filter: when }],
    mark: { type: 'text', align, dx: align === 'left' ? 6 : -6, baseline: 'top' },
    encoding: { x: { field: 'value', ...x }, y: { field: 'height', ...y }, text: { field: 'label' } },
  });
  return frame(t.title, [filterText, t.subtitle], {
    layer: [
      {
        data: {
          values: rows.map(({ bin, films }) => ({
            from: powerOfTen(bin / 10),
            to: powerOfTen((bin + 1) / 10),
            films,
          })),
        },
        mark: { type: 'rect', color: palette.sky, stroke: palette.card, strokeWidth: 1 },
        encoding: {
          x: { field: 'from', ...x },
          x2: { field: 'to' },
          y: { field: 'films', ...y },
          y2: { datum: 0 },
        },
      },
      {
        data: { values: stairs },
        layer: [
          {
            mark: { type: 'rule', color: palette.amber, strokeWidth: 2 },
            encoding: { x: { field: 'value', ...x }, y: { field: 'height', ...y }, y2: { datum: 0 } },
          },
          markLabels('left', '!datum.right'),
          markLabels('right', 'datum.right'),
        ],
      },
    ],
  });
}
