import widthOf from 'string-width';
import type { Language } from '../../contract/call.ts';
import { fold } from '../../lib/fold.ts';
import { titleOf } from '../../replies/names.ts';
import { count, money, oneDecimal, times } from '../../text/format.ts';
import { defineChart } from '../chart.ts';
import { rankedBars } from '../ranked-bars.ts';
import { canWrite } from '../scripts.ts';

/** One of the ten films with the highest value of a measure. */
interface TopRow {
  title: string;
  title_es: string | null;
  original_title: string;
  release_year: number | null;
  value: number;
  all_films: number;
}

type Measure = 'votes' | 'popularity' | 'revenue' | 'return';

const sql = `
  with measured as (
    select
      id, title, title_es, original_title, release_year,
      case $measure
        when 'votes' then vote_count
        when 'popularity' then popularity
        when 'revenue' then revenue
        when 'return' then case when reliable then "return" end
      end::double as value
    from films_of($genre, $decade, $language, $adult)
  )
  select title, title_es, original_title, release_year, value,
    (select count(*) filter (value > 0)::int from measured) as all_films
  from measured
  where value > 0
  order by value desc, id
  limit 10
`;

const es = {
  title: {
    votes: 'Las diez con más votos',
    popularity: 'Las diez más populares',
    revenue: 'Las diez que más recaudaron',
    return: 'Las diez que más rindieron',
  },
  subtitle: {
    votes: '',
    popularity: 'popularidad según TMDB',
    revenue: 'en dólares de su época',
    return: 'recaudación entre costo, sin cifras dudosas',
  },
  caption: (first: string, figure: string, last: string, lastFigure: string) =>
    last === ''
      ? `Solo una: ${first}, con ${figure}.`
      : `Encabeza la lista ${first}, con ${figure}; la cierra ${last}, con ${lastFigure}.`,
  figure: {
    votes: (value: number) => `${count(value, 'es')} votos`,
    popularity: (value: number) => oneDecimal(value, 'es'),
    revenue: (value: number) => money(value, 'es'),
    return: (value: number) => times(value, 'es'),
  },
  heads: {
    film: 'película',
    year: 'año',
    votes: 'votos',
    popularity: 'popularidad',
    revenue: 'recaudación',
    return: 'retorno',
  },
};
const en: typeof es = {
  title: {
    votes: 'The ten with most votes',
    popularity: 'The ten most popular',
    revenue: 'The ten that made most',
    return: 'The ten best returns',
  },
  subtitle: {
    votes: '',
    popularity: 'popularity as TMDB has it',
    revenue: 'in dollars of their time',
    return: 'revenue by cost, without doubtful figures',
  },
  caption: (first, figure, last, lastFigure) =>
    last === ''
      ? `Only one: ${first}, with ${figure}.`
      : `${first} leads with ${figure}; ${last} closes the list with ${lastFigure}.`,
  figure: {
    votes: (value) => `${count(value, 'en')} votes`,
    popularity: (value) => oneDecimal(value, 'en'),
    revenue: (value) => money(value, 'en'),
    return: (value) => times(value, 'en'),
  },
  heads: {
    film: 'film',
    year: 'year',
    votes: 'votes',
    popularity: 'popularity',
    revenue: 'revenue',
    return: 'return',
  },
};
const chartText: Record<Language, typeof es> = { es, en };

const topTen = (measure: Measure, name: string, label: Record<Language, string>) =>
  defineChart<TopRow>({
    name,
    label,
    filters: ['genre', 'decade', 'language'],
    sql,
    params: { measure },
    draw(rows, { language, filterText }) {
      const [first] = rows;
      if (first === undefined) return undefined;
      const t = chartText[language];
      const figure = t.figure[measure];
      const last = rows.length > 1 ? rows.at(-1) : undefined;
      return {
        title: t.title[measure],
        caption: t.caption(
          titleOf(first, language),
          figure(first.value),
          last === undefined ? '' : titleOf(last, language),
          figure(last?.value ?? 0),
        ),
        films: first.all_films,
        table: {
          heads: [t.heads.film, t.heads.year, t.heads[measure]],
          rows: rows.map((row) => [
            titleOf(row, language),
            row.release_year === null ? '' : String(row.release_year),
            figure(row.value),
          ]),
        },
        spec: rankedBars(
          t.title[measure],
          [filterText, t.subtitle[measure]],
          rows.map((row, place) => ({
            ...nameOf(row, place, language),
            value: row.value,
            figure: figure(row.value),
          })),
        ),
      };
    },
  });

/** "1. El viaje de Chihiro (2001)" and 千と千尋の神隠し, if the original title differs, fits and can be drawn. */
function nameOf(row: TopRow, place: number, language: Language): { name: string; beside?: string } {
  const title = titleOf(row, language);
  const name = `${place + 1}. ${title}${row.release_year === null ? '' : ` (${row.release_year})`}`;
  const other = row.original_title;
  const fits = widthOf(`${name} ${other}`) <= MAX_COLUMNS && canWrite(other);
  return fits && fold(title) !== fold(other) ? { name, beside: other } : { name };
}

/** Most columns of a title and its original title. */
const MAX_COLUMNS = 40;

/** The ten films with the most votes, or the highest popularity, revenue or return. */
export const topTens = [
  topTen('votes', 'top_votos', { es: 'las diez con más votos', en: 'top ten by votes' }),
  topTen('popularity', 'top_popularidad', { es: 'las diez más populares', en: 'top ten by popularity' }),
  topTen('revenue', 'top_recaudacion', { es: 'las diez que más recaudaron', en: 'top ten by revenue' }),
  topTen('return', 'top_retorno', { es: 'las diez que más rindieron', en: 'top ten by return' }),
] as const;
