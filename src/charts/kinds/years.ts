import type { Language } from '../../contract/call.ts';
import { count } from '../../text/format.ts';
import { defineChart } from '../chart.ts';
import { frame } from '../frame.ts';
import { palette } from '../theme.ts';

/** Films that opened in a year. */
interface YearRow {
  year: number;
  films: number;
}

const sql = `
  select release_year as year, count(*)::int as films
  from films_of($genre, $decade, $language, $adult)
  where release_year is not null
  group by year
  order by year
`;

const es = {
  title: 'Estrenos por año',
  caption: (year: string, films: string, half: string) =>
    `El año con más estrenos es ${year}, con ${films}. La mitad de las películas se estrenó de ${half} en adelante.`,
  one: (year: string, films: string) => `Todas se estrenaron en ${year}: ${films}.`,
  y: 'estrenos',
  heads: ['año', 'estrenos'],
};
const en: typeof es = {
  title: 'Releases by year',
  caption: (year, films, half) =>
    `The year with most releases is ${year}, with ${films}. Half of the films opened in ${half} or later.`,
  one: (year, films) => `All opened in ${year}: ${films}.`,
  y: 'releases',
  heads: ['year', 'releases'],
};
const chartText: Record<Language, typeof es> = { es, en };

/** Releases by year. */
export const years = defineChart<YearRow>({
  name: 'estrenos',
  label: { es: 'estrenos por año', en: 'releases by year' },
  filters: ['genre', 'decade', 'language'],
  sql,
  draw(rows, { language, filterText }) {
    const [first] = rows;
    if (first === undefined) return undefined;
    const t = chartText[language];
    const films = rows.reduce((total, row) => total + row.films, 0);
    const best = rows.reduce((a, b) => (b.films > a.films ? b : a));
    return {
      title: t.title,
      caption:
        rows.length === 1
          ? t.one(String(first.year), count(films, language))
          : t.caption(String(best.year), count(best.films, language), String(halfway(rows, films))),
      films,
      table: {
        heads: t.heads,
        rows: rows.map(({ year, films }) => [String(year), count(films, language)]),
      },
      spec: bars(rows, best, { language, filterText }),
    };
  },
});

/** The latest year from which on at least half of the films opened. */
function halfway(rows: readonly YearRow[], films: number): number {
  let later = 0;
  const found = rows.findLast((row) => {
    later += row.films;
    return later * 2 >= films;
  });
  return found?.year ?? 0;
}

function bars(
  rows: readonly YearRow[],
  best: YearRow,
  { language, filterText }: { language: Language; filterText: string },
) {
  const [from, to] = [rows[0]?.year ?? 0, (rows.at(-1)?.year ?? 0) + 1];
  const x = {
    type: 'quantitative',
    scale: { domain: [from, to], nice: false },
    axis: { title: null, format: 'd', tickMinStep: 1, tickCount: 8 },
  };
  const y = {
    type: 'quantitative',
    axis: { title: chartText[language].y, grid: true, tickCount: 5, formatType: `compact_${language}` },
  };
  const few = rows.length <= 30;
  return frame(chartText[language].title, [filterText], {
    data: {
      values: rows.map(({ year, films }) => ({ year, next: year + 1, films, best: year === best.year })),
    },
    layer: [
      {
        mark: { type: 'rect', stroke: palette.card, strokeWidth: few ? 2 : 0.5 },
        encoding: {
          x: { field: 'year', ...x },
          x2: { field: 'next' },
          y: { field: 'films', ...y },
          y2: { datum: 0 },
          color: { condition: { test: 'datum.best', value: palette.amber }, value: palette.sky },
        },
      },
    ],
  });
}
