import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { JS } from '@duckdb/node-api';
import { openDatabase, readRows } from '../etl/database.ts';
import { plainCopy } from '../etl/read/plain-copy.ts';

/** What is missing of a raw column, and of the clean films; `clean` is null where there is no such clean column. */
export interface Missing {
  name: string;
  blank: number;
  nothing: number;
  clean: number | null;
}

/** One number over the raw rows or over the clean films. */
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

/** An id that several raw rows have. */
export interface Duplicate {
  id: string;
  title: string;
  rows: number;
  versions: number;
}

/** A film that stands far off: in what, and by how much. */
export interface Outlier {
  what: 'budget' | 'popularity' | 'runtime';
  title: string;
  year: number | null;
  value: number;
  revenue: number | null;
}

/** Correlations by the two numbers' names joined with "_", over one set of films. */
export type Correlations = { side: 'raw' | 'clean' | 'reliable' } & Record<string, number | null | string>;

/** Everything that the report says of the raw rows and the clean films, charts apart. */
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

/** Reads the raw file of the films and the published version (its folder) side by side, in memory; `spill` is a folder for copies. */
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
