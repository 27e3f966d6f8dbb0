import type { Language } from '../../contract/call.ts';
import { count, money } from '../../text/format.ts';
import { defineChart } from '../chart.ts';
import { withEnoughFilms } from '../enough-films.ts';
import { frame } from '../frame.ts';
import { palette } from '../theme.ts';

/** Quartiles of the budgets of a decade's films, in dollars of the time. */
interface DecadeRow {
  decade: number;
  q1: number;
  median: number;
  q3: number;
  films: number;
}

const sql = `
  select
    (release_year // 10 * 10)::int as decade,
    quantile_cont(budget, 0.25) as q1,
    quantile_cont(budget, 0.5) as median,
    quantile_cont(budget, 0.75) as q3,
    count(*)::int as films
  from films_of($genre, $decade, $language, $adult)
  where has_budget and release_year is not null
  group by decade
  order by decade
`;

const es = {
  title: 'Costo de las películas por década',
  subtitle: 'del primer al tercer cuartil; el punto es la mediana',
  y: 'dólares, escala logarítmica',
  caption: (
    first: string,
    firstMoney: string,
    last: string,
    lastMoney: string,
    top: string,
    topMoney: string,
  ) =>
    `La película típica de la década de ${first} costó ${firstMoney}; la de ${last}, ${lastMoney}. La mediana más alta es la de ${top}: ${topMoney}. Son dólares de cada época, sin ajustar por inflación.`,
  one: (decade: string, median: string) => `La película típica de la década de ${decade} costó ${median}.`,
  heads: ['década', 'primer cuartil', 'mediana', 'tercer cuartil', 'películas'],
};
const en: typeof es = {
  title: 'What films cost, by decade',
  subtitle: 'from first to third quartile; the dot is the median',
  y: 'dollars, logarithmic scale',
  caption: (first, firstMoney, last, lastMoney, top, topMoney) =>
    `The typical film of the ${first}s cost ${firstMoney}, that of the ${last}s ${lastMoney}. The highest median is that of the ${top}s: ${topMoney}. Dollars of their time, not adjusted for inflation.`,
  one: (decade, median) => `The typical film of the ${decade}s cost ${median}.`,
  heads: ['decade', 'first quartile', 'median', 'third quartile', 'films'],
};
const chartText: Record<Language, typeof es> = { es, en };

/** Budgets by decade, counting budgets of at least 1,000 dollars. */
export const budgets = defineChart<DecadeRow>({
  name: 'presupuestos',
  label: { es: 'presupuestos por década', en: 'budgets by decade' },
  filters: ['genre', 'language'],
  sql,
  draw(rows, { language, filterText }) {
    const founded = withEnoughFilms(rows, ({ films }) => films);
    const [first] = founded;
    const last = founded.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const t = chartText[language];
    const write = (value: number) => money(value, language);
    const top = founded.reduce((a, b) => (b.median > a.median ? b : a));
    return {
      title: t.title,
      caption:
        first === last
          ? t.one(String(first.decade), write(first.median))
          : t.caption(
              String(first.decade),
              write(first.median),
              String(last.decade),
              write(last.median),
              String(top.decade),
              write(top.median),
            ),
      films: rows.reduce((total, { films }) => total + films, 0),
      table: {
        heads: t.heads,
        rows: rows.map((row) => [
          String(row.decade),
          write(row.q1),
          write(row.median),
          write(row.q3),
          count(row.films, language),
        ]),
      },
      spec: ranges(rows, { language, filterText }),
    };
  },
});

/** Grid lines of the scale. */
const POWERS = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

function ranges(
  rows: readonly DecadeRow[],
  { language, filterText }: { language: Language; filterText: string },
) {
  const t = chartText[language];
  const x = {
    field: 'decade',
    type: 'ordinal',
    axis: { title: null, labelAngle: 0, labelOverlap: true, labelSeparation: 8 },
  };
  const y = {
    type: 'quantitative',
    scale: { type: 'log' },
    axis: { title: t.y, grid: true, formatType: `dollars_${language}`, values: POWERS },
  };
  return frame(t.title, [filterText, t.subtitle], {
    data: { values: rows },
    encoding: { x },
    layer: [
      {
        mark: { type: 'bar', color: palette.bar, cornerRadius: 4, width: { band: 0.72 } },
        encoding: { y: { field: 'q1', ...y }, y2: { field: 'q3' } },
      },
      {
        mark: { type: 'point', filled: true, size: 70, color: palette.amber, opacity: 1 },
        encoding: { y: { field: 'median', ...y } },
      },
    ],
  });
}
