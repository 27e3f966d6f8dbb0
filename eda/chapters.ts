import type { Manifest } from '../etl/manifest.ts';
import type { Language } from '../src/contract/call.ts';
import { count, money, times } from '../src/text/format.ts';
import type { Pair } from './correlations-chart.ts';
import type { AllFigures, Correlations, Outlier } from './figures.ts';
import { paragraph, type Section, table } from './page.ts';
import { words } from './text.ts';

const number = (value: number | null, language: Language) => {
  if (value === null) return '—';
  const format = new Intl.NumberFormat(language === 'es' ? 'es-419' : 'en-US', { maximumFractionDigits: 6 });
  return format.format(value);
};

/** The raw rows compared with the clean films: single counts, and the statistics of every number. */
export function bothSides({ counts, figures }: AllFigures, language: Language): Section[] {
  const own = words[language];
  const write = (name: string) => count(counts[name] ?? 0, language);
  const lines = [
    [own.counts.rows, 'raw_rows', 'clean_films'],
    [own.counts.languages, 'raw_languages', 'clean_languages'],
    [own.counts.revenue, 'raw_without_revenue', 'clean_without_revenue'],
    [own.counts.budget, 'raw_without_budget', 'clean_without_budget'],
    [own.counts.money, 'raw_with_money', 'clean_with_money'],
    [own.counts.reliable, 'raw_reliable', 'clean_reliable'],
  ] as const;
  const { column, side, films, ...measures } = own.heads;
  const keys = Object.keys(measures) as (keyof typeof measures)[];
  return [
    {
      id: 'both',
      heading: own.both,
      parts: [
        paragraph(own.bothText(write('raw_without_numbers'))),
        table({
          caption: own.counted,
          heads: [own.measure, own.raw, own.clean],
          rows: lines.map(([name, raw, clean]) => [name, write(raw), write(clean)]),
        }),
      ],
    },
    {
      id: 'numbers',
      heading: own.numbers,
      parts: [
        paragraph(own.numbersText),
        table({
          caption: own.numbers,
          heads: [column, side, films, ...keys.map((key) => measures[key])],
          rows: figures.map((row) => [
            own.names[row.name as keyof typeof own.names],
            own[row.side],
            count(row.films, language),
            ...keys.map((key) => number(row[key], language)),
          ]),
        }),
      ],
    },
  ];
}

/** The ETL's treatment of missing values, by column. */
const DONE = {
  adult: 'none',
  belongs_to_collection: 'joined',
  budget: 'zero',
  genres: 'list',
  homepage: 'form',
  id: 'id',
  imdb_id: 'form',
  original_language: 'form',
  original_title: 'title',
  overview: 'overview',
  popularity: 'zero',
  poster_path: 'form',
  production_companies: 'list',
  production_countries: 'list',
  release_date: 'joined',
  revenue: 'zero',
  runtime: 'runtime',
  spoken_languages: 'list',
  status: 'joined',
  tagline: 'joined',
  title: 'title',
  video: 'unread',
  vote_average: 'zero',
  vote_count: 'zero',
} as const;

export function missing({ missing: rows }: AllFigures, language: Language): Section {
  const own = words[language];
  const done = (name: string) => own.done[DONE[name as keyof typeof DONE] ?? 'none'];
  return {
    id: 'missing',
    heading: own.missing,
    parts: [
      paragraph(own.missingText),
      table({
        caption: own.missing,
        heads: own.missingHeads,
        rows: rows.map(({ name, blank, nothing, clean }) => [
          name,
          count(blank, language),
          count(nothing, language),
          clean === null ? '—' : count(clean, language),
          done(name),
        ]),
      }),
    ],
  };
}

export function duplicates({ duplicates: rows, counts }: AllFigures, language: Language): Section {
  const own = words[language];
  const write = (value: number | undefined) => count(value ?? 0, language);
  return {
    id: 'duplicates',
    heading: own.duplicates,
    parts: [
      paragraph(
        own.duplicatesText(write(counts.raw_repeated), write(rows.length), write(counts.raw_identical)),
      ),
      table({
        caption: own.duplicates,
        heads: own.duplicatesHeads,
        rows: rows.map(({ id, title, rows, versions }) => [id, title, write(rows), write(versions)]),
      }),
    ],
  };
}

export function outliers({ outliers: rows, outlierCounts: counts }: AllFigures, language: Language): Section {
  const own = words[language];
  const write = (value: number | undefined) => count(value ?? 0, language);
  const value = (row: Outlier) =>
    row.what === 'budget' ? money(row.value, language) : number(row.value, language);
  return {
    id: 'outliers',
    heading: own.outliers,
    parts: [
      paragraph(
        own.outliersText(
          write(counts.budget_of_one),
          write(counts.tiny_budgets),
          times(counts.highest_return ?? 0, language),
          write(counts.very_popular),
          write(counts.very_long),
        ),
      ),
      table({
        caption: own.outliers,
        heads: own.outliersHeads,
        rows: rows.map((row) => [
          row.title,
          row.year === null ? '' : String(row.year),
          own.names[row.what],
          value(row),
          row.revenue === null ? '' : money(row.revenue, language),
        ]),
      }),
    ],
  };
}

const NUMBERS = ['popularity', 'vote_count', 'budget', 'revenue', 'runtime'] as const;

/** The correlations of the clean films as data of a chart. */
export function pairsOf({ correlations }: AllFigures, language: Language): Pair[] {
  const clean = correlations.find(({ side }) => side === 'clean');
  return allPairs().map(([one, other]) => {
    const value = Number(clean?.[`${one}_${other}`] ?? 0);
    const { names } = words[language];
    return { one: names[one], other: names[other], value, figure: value.toFixed(2) };
  });
}

const allPairs = () =>
  NUMBERS.flatMap((one, index) => NUMBERS.slice(index + 1).map((other) => [one, other] as const));

export function correlations(all: AllFigures, chart: string, language: Language): Section {
  const own = words[language];
  const of = (side: Correlations['side'], key: string) => {
    const value = all.correlations.find((row) => row.side === side)?.[key];
    return typeof value === 'number' ? value.toFixed(3) : '—';
  };
  const [best] = pairsOf(all, language).toSorted((a, b) => b.value - a.value);
  return {
    id: 'correlations',
    heading: own.correlations,
    parts: [
      paragraph(own.correlationsText(`${best?.one} / ${best?.other}`, best?.figure ?? '')),
      chart,
      table({
        caption: own.correlations,
        heads: [own.pair, own.raw, own.clean, own.reliable],
        rows: allPairs().map(([one, other]) => [
          `${own.names[one]} / ${own.names[other]}`,
          ...(['raw', 'clean', 'reliable'] as const).map((side) => of(side, `${one}_${other}`)),
        ]),
      }),
    ],
  };
}

/** How often each rule of the ETL was applied, from the manifest. */
export function rules(manifest: Manifest, language: Language): Section {
  const own = words[language];
  return {
    id: 'rules',
    heading: own.rules,
    parts: [
      table({
        caption: own.rules,
        heads: own.rulesHeads,
        rows: Object.entries(manifest.rules).map(([name, many]) => [
          own.ruleNames[name] ?? name,
          count(many, language),
        ]),
      }),
    ],
  };
}
