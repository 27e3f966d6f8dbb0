import type { Language } from '../../contract/call.ts';
import { count, languageName, percent } from '../../text/format.ts';
import { defineChart } from '../chart.ts';
import { rankedBars } from '../ranked-bars.ts';

/** Films of an original language; null for films without one. */
interface LanguageRow {
  code: string | null;
  films: number;
}

const sql = `
  select original_language as code, count(*)::int as films
  from films_of($genre, $decade, $language, $adult)
  where original_language is distinct from case $english when 'no' then 'en' end
  group by code
  order by films desc, code
`;

/** Most bars of the picture; the last one counts all other languages. */
const MAX_BARS = 11;

const es = {
  title: { yes: 'Películas por idioma original', no: 'Sin contar el inglés' },
  subtitle: { yes: '', no: 'películas por idioma original' },
  others: (languages: string) => `otros ${languages} idiomas`,
  caption: (first: string, share: string, second: string, languages: string) =>
    `Primero va el ${first}, con el ${share} de las películas${second}. En total hay ${languages} idiomas.`,
  second: (name: string, share: string) => `; después, el ${name} (${share})`,
  unknown: 'sin idioma',
  heads: ['idioma', 'películas', 'proporción'],
};
const en: typeof es = {
  title: { yes: 'Films by original language', no: 'English left out' },
  subtitle: { yes: '', no: 'films by original language' },
  others: (languages) => `${languages} other languages`,
  caption: (first, share, second, languages) =>
    `${first} comes first, with ${share} of the films${second}. There are ${languages} languages in all.`,
  second: (name, share) => `; then ${name} (${share})`,
  unknown: 'no language',
  heads: ['language', 'films', 'share'],
};
const chartText: Record<Language, typeof es> = { es, en };

const languages = (english: 'yes' | 'no', name: string, label: Record<Language, string>) =>
  defineChart<LanguageRow>({
    name,
    label,
    filters: ['genre', 'decade'],
    sql,
    params: { english },
    draw(rows, { language, filterText }) {
      const named = rows.filter(({ code }) => code !== null);
      const [first, second] = named;
      if (first === undefined) return undefined;
      const t = chartText[language];
      const films = sum(rows);
      const name = ({ code }: LanguageRow) => (code === null ? t.unknown : languageName(code, language));
      const share = (value: number) => percent(value / films, language);
      const figure = (value: number) => `${count(value, language)} (${share(value)})`;
      const shown = rows.length <= MAX_BARS ? rows : rows.slice(0, MAX_BARS - 1);
      const rest = rows.slice(shown.length);
      const bars = [
        ...shown.map((row) => ({ name: name(row), value: row.films, figure: figure(row.films) })),
        ...(rest.length === 0
          ? []
          : [{ name: t.others(count(rest.length, language)), value: sum(rest), figure: figure(sum(rest)) }]),
      ];
      return {
        title: t.title[english],
        caption: t.caption(
          name(first),
          share(first.films),
          second === undefined ? '' : t.second(name(second), share(second.films)),
          count(named.length, language),
        ),
        films,
        table: {
          heads: t.heads,
          rows: rows.map((row) => [name(row), count(row.films, language), share(row.films)]),
        },
        spec: rankedBars(t.title[english], [filterText, t.subtitle[english]], bars),
      };
    },
  });

const sum = (rows: readonly LanguageRow[]) => rows.reduce((total, { films }) => total + films, 0);

/** Films by original language, with and without English. */
export const byLanguage = [
  languages('yes', 'idiomas', { es: 'idiomas', en: 'languages' }),
  languages('no', 'idiomas_sin_ingles', { es: 'idiomas, sin el inglés', en: 'languages, English left out' }),
] as const;
