import type { Language } from '../../contract/call.ts';
import { count } from '../../text/format.ts';
import { defineChart } from '../chart.ts';
import { wordCloud } from '../word-cloud.ts';

/**
 * A word and how many titles or overviews contain it; in every row, how many titles or overviews there are, and whether they are
 * in Spanish: those of films in Spanish.
 */
interface WordRow {
  word: string;
  films: number;
  all_films: number;
  in_spanish: boolean;
}

const sql = `
  with chosen as (
    select id, if($language = 'es', overview_es, overview) as overview from films_of($genre, $decade, $language, $adult)
  ),
  counted as (
    select word, count(*)::int as films
    from movie_words
    where language = if($language = 'es', 'es', 'en') and in_title = ($part = 'title') and movie_id in (select id from chosen)
    group by word
    order by films desc, word
    limit 60
  )
  select
    word,
    films,
    (select count(*) filter ($part = 'title' or overview is not null)::int from chosen) as all_films,
    $language is not distinct from 'es' as in_spanish
  from counted
  order by films desc, word
`;

const es = {
  title: { title: 'Las palabras de los títulos', overview: 'Las palabras de las sinopsis' },
  subtitle: {
    title: 'títulos en inglés, como llegan de TMDB',
    overview: 'sinopsis en inglés, como llegan de TMDB',
  },
  inSpanish: { title: 'títulos en español', overview: 'sinopsis nuestras, en español' },
  caption: {
    title: (first: string, films: string, all: string, others: string) =>
      `La palabra que más se repite es «${first}»: está en ${films} de ${all} títulos. La siguen ${others}.`,
    overview: (first: string, films: string, all: string, others: string) =>
      `La palabra que más se repite es «${first}»: está en ${films} de ${all} sinopsis. La siguen ${others}.`,
  },
  heads: ['palabra', 'películas'],
  quote: (word: string) => `«${word}»`,
  list: new Intl.ListFormat('es'),
};
const en: typeof es = {
  title: { title: 'The words of the titles', overview: 'The words of the overviews' },
  subtitle: {
    title: 'titles in English, as TMDB has them',
    overview: 'overviews in English, as TMDB has them',
  },
  inSpanish: { title: 'titles in Spanish', overview: 'our own synopses, in Spanish' },
  caption: {
    title: (first, films, all, others) =>
      `The most frequent word is “${first}”: it is in ${films} of ${all} titles. Next come ${others}.`,
    overview: (first, films, all, others) =>
      `The most frequent word is “${first}”: it is in ${films} of ${all} overviews. Next come ${others}.`,
  },
  heads: ['word', 'films'],
  quote: (word) => `“${word}”`,
  list: new Intl.ListFormat('en'),
};
const chartText: Record<Language, typeof es> = { es, en };

type Part = 'title' | 'overview';

const cloudOf = (part: Part, name: string, label: Record<Language, string>) =>
  defineChart<WordRow>({
    name,
    label,
    filters: ['genre', 'decade', 'language'],
    sql,
    params: { part },
    draw(rows, { language, filterText }) {
      const [first, ...others] = rows;
      if (first === undefined) return undefined;
      const t = chartText[language];
      const number = (value: number) => count(value, language);
      const next = t.list.format(others.slice(0, 4).map(({ word }) => t.quote(word)));
      return {
        title: t.title[part],
        caption: t.caption[part](first.word, number(first.films), number(first.all_films), next),
        films: first.all_films,
        table: { heads: t.heads, rows: rows.map(({ word, films }) => [word, number(films)]) },
        spec: wordCloud(
          t.title[part],
          [filterText, (first.in_spanish ? t.inSpanish : t.subtitle)[part]],
          rows.map(({ word, films }) => ({ word, films })),
        ),
      };
    },
  });

/** The word clouds of titles and of overviews. */
export const wordClouds = [
  cloudOf('title', 'titulos', { es: 'palabras de los títulos', en: 'words of titles' }),
  cloudOf('overview', 'sinopsis', { es: 'palabras de las sinopsis', en: 'words of overviews' }),
] as const;
