import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { JS } from '@duckdb/node-api';
import { openDatabase, readRows } from '../etl/database.ts';
import { plainCopy } from '../etl/read/plain-copy.ts';

/** The missing values of a raw column and of the clean films; `clean` is null if there is no such clean column. */
export interface Missing {
  name: string;
  blank: number;
  nothing: number;
  clean: number | null;
}

/** The statistics of one number over the raw rows or over the clean films. */
export interface Figures {
  name: string;
  side: 'raw' | 'clean';
  films: number;
  zeros: number;
  mean: number;
  deviation: number;
  lowest: number;
  q1: number;
  median: number;
  q3: number;
  highest: number;
}

/** An id of several raw rows. */
export interface Duplicate {
  id: string;
  title: string;
  rows: number;
  versions: number;
}

/** An outlier. */
export interface Outlier {
  what: 'budget' | 'popularity' | 'runtime';
  title: string;
  year: number | null;
  value: number;
  revenue: number | null;
}

/** Correlations over one set of films, by the two names joined with "_". */
export type Correlations = { side: 'raw' | 'clean' | 'reliable' } & Record<string, number | null | string>;

/** All figures of the report, without the charts. */
export interface AllFigures {
  counts: Record<string, number>;
  missing: Missing[];
  figures: Figures[];
  duplicates: Duplicate[];
  outliers: Outlier[];
  outlierCounts: Record<string, number>;
  correlations: Correlations[];
}

const readSql = (name: string) => readFileSync(new URL(`sql/${name}.sql`, import.meta.url), 'utf8');

/** Computes the figures from the raw file of the films and the folder of a version; `spill` is a temporary folder. */
export async function readFigures(raw: string, version: string, spill: string): Promise<AllFigures> {
  const { connection, close } = await openDatabase(spill);
  const rows = async <Row>(name: string) =>
    (await readRows<Record<string, JS>>(connection, readSql(name))) as unknown as Row[];
  try {
    const copy = join(spill, 'raw.csv');
    await plainCopy({ kind: 'movies', file: basename(raw), path: raw, bytes: statSync(raw).size }, copy);
    await connection.run('set variable raw = $raw', { raw: copy });
    await connection.run('set variable version = $version', { version });
    await connection.run(readSql('load'));
    const [counts = {}] = await rows<Record<string, number>>('counts');
    const [outlierCounts = {}] = await rows<Record<string, number>>('outlier_counts');
    return {
      counts,
      outlierCounts,
      missing: await rows('missing'),
      figures: await rows('figures'),
      duplicates: await rows('duplicates'),
      outliers: await rows('outliers'),
      correlations: await rows('correlations'),
    };
  } finally {
    close();
  }
}
