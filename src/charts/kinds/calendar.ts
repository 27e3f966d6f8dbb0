import type { Language } from '../../contract/call.ts';
import { count, percent } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { defineChart } from '../chart.ts';
import { frame } from '../frame.ts';
import { heat, palette } from '../theme.ts';

/** How many films opened in a month on a weekday; in every row, how many films are dated 1 January. */
interface DayRow {
  month: number;
  weekday: number;
  films: number;
  new_years_days: number;
}

const sql = `
  with chosen as (
    select release_date, release_month, release_weekday
    from films_of($genre, $decade, $language, $adult)
    where release_date is not null
  )
  select
    release_month as month,
    release_weekday as weekday,
    count(*)::int as films,
    (select count(*) filter (month(release_date) = 1 and day(release_date) = 1)::int from chosen) as new_years_days
  from chosen
  group by all
  order by month, weekday
`;

const es = {
  title: 'Estrenos por mes y día de la semana',
  caption: (day: string, dayShare: string, month: string, monthShare: string, newYear: string) =>
    `El día preferido es el ${day} (${dayShare}) y el mes con más estrenos, ${month} (${monthShare}). ${newYear} llevan fecha del 1 de enero, la que se suele anotar cuando solo se sabe el año.`,
  heads: ['mes', 'día', 'estrenos'],
};
const en: typeof es = {
  title: 'Releases by month and weekday',
  caption: (day, dayShare, month, monthShare, newYear) =>
    `${day} is the favourite day (${dayShare}) and ${month} the month with most releases (${monthShare}). ${newYear} are dated 1 January, which tends to be written where only the year is known.`,
  heads: ['month', 'day', 'releases'],
};
const chartText: Record<Language, typeof es> = { es, en };

/** Releases by month and weekday, as a heat map with its figures. */
export const calendar = defineChart<DayRow>({
  name: 'calendario',
  label: { es: 'estrenos por mes y día', en: 'releases by month and weekday' },
  filters: ['genre', 'decade', 'language'],
  sql,
  draw(rows, { language, filterText }) {
    const [first] = rows;
    if (first === undefined) return undefined;
    const { months, weekdays } = text[language];
    const films = rows.reduce((total, row) => total + row.films, 0);
    const day = most(rows, ({ weekday }) => weekday);
    const month = most(rows, ({ month }) => month);
    return {
      title: chartText[language].title,
      caption: chartText[language].caption(
        weekdays[day.value - 1] ?? '',
        percent(day.films / films, language),
        months[month.value - 1] ?? '',
        percent(month.films / films, language),
        count(first.new_years_days, language),
      ),
      films,
      table: {
        heads: chartText[language].heads,
        rows: rows.map((row) => [
          months[row.month - 1] ?? '',
          weekdays[row.weekday - 1] ?? '',
          count(row.films, language),
        ]),
      },
      spec: heatMap(rows, { language, filterText }),
    };
  },
});

/** The value of `key` with the most films; the lowest value breaks ties. */
function most(rows: readonly DayRow[], key: (row: DayRow) => number): { value: number; films: number } {
  const sums = new Map<number, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + row.films);
  return (
    [...sums]
      .map(([value, films]) => ({ value, films }))
      .sort((a, b) => b.films - a.films || a.value - b.value)[0] ?? { value: 0, films: 0 }
  );
}

function heatMap(
  rows: readonly DayRow[],
  { language, filterText }: { language: Language; filterText: string },
) {
  const { months, weekdays } = text[language];
  const fullest = Math.max(...rows.map(({ films }) => films));
  const films = new Map(rows.map((row) => [`${row.month} ${row.weekday}`, row.films]));
  const cells = months.flatMap((_, month) =>
    weekdays.map((_, weekday) => {
      const many = films.get(`${month + 1} ${weekday + 1}`) ?? 0;
      return { month, weekday, many, figure: count(many, language) };
    }),
  );
  const axis = (field: string, names: readonly string[], more: object = {}) => ({
    field,
    type: 'ordinal',
    axis: { title: null, labelAngle: 0, labelExpr: `${JSON.stringify(names)}[datum.value]`, ...more },
  });
  const x = axis(
    'weekday',
    weekdays.map((name) => name.slice(0, 3)),
    { orient: 'top' },
  );
  const y = axis('month', months);
  return frame(chartText[language].title, [filterText], {
    data: { values: cells },
    encoding: { x, y },
    layer: [
      {
        mark: { type: 'rect', stroke: palette.card, strokeWidth: 1, cornerRadius: 4 },
        encoding: {
          color: {
            field: 'many',
            type: 'quantitative',
            scale: { type: 'quantize', domain: [0, fullest], range: heat },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'text', baseline: 'middle' },
        encoding: {
          text: { field: 'figure' },
          color: {
            condition: { test: `datum.many > ${(fullest * 3) / 7}`, value: '#14161a' },
            value: '#ffffff',
          },
        },
      },
    ],
  });
}
