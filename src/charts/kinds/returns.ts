import type { Language } from '../../contract/call.ts';
import { count, genreName, times } from '../../text/format.ts';
import { defineChart } from '../chart.ts';
import { withEnoughFilms } from '../enough-films.ts';
import { rankedBars } from '../ranked-bars.ts';

/** The median return of a genre's films with reliable figures; in every row, how many films have reliable figures. */
interface GenreRow {
  genre: string;
  median: number;
  films: number;
  all_films: number;
}

const sql = `
  with chosen as (
    select id, "return" as times
    from films_of($genre, $decade, $language, $adult)
    where reliable
  )
  select
    genre,
    quantile_cont(times, 0.5) as median,
    count(*)::int as films,
    (select count(*)::int from chosen) as all_films
  from chosen join movie_genres on movie_id = id
  group by genre
  order by median desc, genre
`;

/** Most bars of the picture and rows of the table: the genres with the most films. */
const MAX_BARS = 11;

const es = {
  title: 'Retorno por género',
  subtitle: 'mediana de recaudación entre costo; 1× es recuperarlo',
  beside: (films: string) => `${films} películas`,
  caption: (best: string, bestTimes: string, worst: string, worstTimes: string) =>
    worst === ''
      ? `En ${best}, la película típica recaudó ${bestTimes} lo que costó.`
      : `La película típica de ${best} recaudó ${bestTimes} lo que costó; la de ${worst}, ${worstTimes}. Solo cuentan las de costo y recaudación de al menos 1,000 dólares.`,
  heads: ['género', 'retorno mediano', 'películas'],
};
const en: typeof es = {
  title: 'Return by genre',
  subtitle: 'median of revenue by cost; 1× is breaking even',
  beside: (films) => `${films} films`,
  caption: (best, bestTimes, worst, worstTimes) =>
    worst === ''
      ? `The typical ${best} film made ${bestTimes} its cost.`
      : `The typical ${best} film made ${bestTimes} its cost, the typical ${worst} film ${worstTimes}. Only films with cost and revenue of at least 1,000 dollars count.`,
  heads: ['genre', 'median return', 'films'],
};
const chartText: Record<Language, typeof es> = { es, en };

/** The median return of each genre, over films with reliable figures. */
export const returns = defineChart<GenreRow>({
  name: 'retorno',
  label: { es: 'retorno por género', en: 'return by genre' },
  filters: ['decade', 'language'],
  sql,
  draw(rows, { language, filterText }) {
    const commonest = withEnoughFilms(rows, ({ films }) => films)
      .toSorted((a, b) => b.films - a.films)
      .slice(0, MAX_BARS)
      .map(({ genre }) => genre);
    const shown = rows.filter(({ genre }) => commonest.includes(genre));
    const [best] = shown;
    if (best === undefined) return undefined;
    const t = chartText[language];
    const worst = shown.length > 1 ? shown.at(-1) : undefined;
    return {
      title: t.title,
      caption: t.caption(
        genreName(best.genre, language),
        times(best.median, language),
        worst === undefined ? '' : genreName(worst.genre, language),
        times(worst?.median ?? 0, language),
      ),
      films: best.all_films,
      table: {
        heads: t.heads,
        rows: shown.map(({ genre, median, films }) => [
          genreName(genre, language),
          times(median, language),
          count(films, language),
        ]),
      },
      spec: rankedBars(
        t.title,
        [filterText, t.subtitle],
        shown.map(({ genre, median, films }) => ({
          name: genreName(genre, language),
          beside: t.beside(count(films, language)),
          value: median,
          figure: times(median, language),
        })),
      ),
    };
  },
});
