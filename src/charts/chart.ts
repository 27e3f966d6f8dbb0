import type { TopLevelSpec } from 'vega-lite';
import type { Language } from '../contract/call.ts';

/** What may narrow a chart down; null leaves it open. */
export interface ChartFilters {
  readonly genre: number | null;
  /** The first year of a decade: 1990. */
  readonly decade: number | null;
  readonly language: string | null;
}

/** Who reads a chart, and to what it was narrowed down, in their words: "drama · años 90", or nothing. */
export interface ReaderContext {
  readonly language: Language;
  readonly filterText: string;
}

/** The figures behind a chart in the reader's words. */
export interface Table {
  heads: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A chart of one set of rows: what is drawn, what it says, and the figures behind it. */
export interface Drawing {
  title: string;
  /** What is to be seen, computed from the rows; plain text. */
  caption: string;
  /** How many films are behind it. */
  films: number;
  table: Table;
  spec: TopLevelSpec;
}

/** A kind of chart, as data: what it asks of the catalogue and how the answer is drawn. */
export interface Chart {
  /** Its name in calls: the value of the option `tipo`. */
  readonly name: string;
  readonly label: Record<Language, string>;
  /** The wishes that make sense for it; the others are not applied. */
  readonly filters: readonly (keyof ChartFilters)[];
  /** One static query; its parameters are genre, decade, language, adult and those of `params`. */
  readonly sql: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Draws the rows of the query; undefined where they hold no film. */
  draw(rows: readonly Row[], reading: ReaderContext): Drawing | undefined;
}

/** A row as the catalogue gives it; each chart knows its own. */
export type Row = Readonly<Record<string, unknown>>;

/** A chart whose rows are of a known type. */
export function defineChart<Known>(
  made: Omit<Chart, 'draw'> & { draw(rows: readonly Known[], reading: ReaderContext): Drawing | undefined },
): Chart {
  return { ...made, draw: (rows, reading) => made.draw(rows as unknown as readonly Known[], reading) };
}
