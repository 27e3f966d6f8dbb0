import type { TopLevelSpec } from 'vega-lite';
import type { Language } from '../contract/call.ts';

/** Restrictions on the films of a chart; null does not restrict. */
export interface ChartFilters {
  readonly genre: number | null;
  /** The first year of a decade: 1990. */
  readonly decade: number | null;
  readonly language: string | null;
}

/** The language of a chart, and its filters as text: "drama · años 90", or empty. */
export interface ReaderContext {
  readonly language: Language;
  readonly filterText: string;
}

/** The figures of a chart, formatted. */
export interface Table {
  heads: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A chart of some rows, not rendered yet. */
export interface Drawing {
  title: string;
  /** Plain text: what the chart shows, computed from the rows. */
  caption: string;
  /** How many films the chart counts. */
  films: number;
  table: Table;
  spec: TopLevelSpec;
}

/** A kind of chart as data: its query, and how its rows are drawn. */
export interface Chart {
  /** The value of the option `tipo`. */
  readonly name: string;
  readonly label: Record<Language, string>;
  /** The filters that apply to it; others are ignored. */
  readonly filters: readonly (keyof ChartFilters)[];
  /** A static query; its parameters are genre, decade, language, adult and `params`. */
  readonly sql: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Draws the rows of the query; undefined if there are no films. */
  draw(rows: readonly Row[], reading: ReaderContext): Drawing | undefined;
}

/** A row of a chart's query. */
export type Row = Readonly<Record<string, unknown>>;

/** Declares a chart whose rows have the type `Known`. */
export function defineChart<Known>(
  made: Omit<Chart, 'draw'> & { draw(rows: readonly Known[], reading: ReaderContext): Drawing | undefined },
): Chart {
  return { ...made, draw: (rows, reading) => made.draw(rows as unknown as readonly Known[], reading) };
}
