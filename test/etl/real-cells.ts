import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { hasRealData, realFolder, sampleFolder } from './real-data.ts';

/** All literals of the sample and those in the first `rows` rows of each of the full files, where they are there. */
export function realCells(rows: number): string[] {
  const sample = ['credits.csv', 'movies_metadata.csv', 'keywords.csv'].map((name) =>
    join(sampleFolder, name),
  );
  const full = hasRealData ? sample.map((path) => join(realFolder, `${basename(path)}.gz`)) : [];
  return [...sample, ...full].flatMap((path) => {
    const bytes = readFileSync(path);
    const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    const records = parse(text, { to: rows, relax_column_count: true });
    return records.flat().filter((cell) => /^[[{]/.test(cell));
  });
}
