import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

/** The columns that must be equal; overview, tagline, status and homepage are our own or blank. */
const FACTS = [
  'adult',
  'budget',
  'genres',
  'imdb_id',
  'original_language',
  'original_title',
  'poster_path',
  'production_companies',
  'production_countries',
  'release_date',
  'revenue',
  'runtime',
  'spoken_languages',
  'title',
  'vote_average',
];

type Row = Record<string, string>;

async function readRows(file: string, take: (row: Row) => void): Promise<void> {
  const plain = createReadStream(file);
  const rows = (file.endsWith('.gz') ? plain.pipe(createGunzip()) : plain).pipe(
    parse({ columns: true, relax_column_count: true }),
  );
  for await (const row of rows) take(row as Row);
}

/**
 * Compares the facts of the sample with the full data set in `folder`. Returns the number of compared films and a line per
 * difference.
 */
export async function checkSample(folder: string): Promise<{ compared: number; differences: string[] }> {
  const names = ['movies_metadata.csv', 'movies_metadata.csv.gz'].map((name) => join(folder, name));
  const full = names.find((name) => existsSync(name));
  if (full === undefined) throw new Error(`${folder} has no movies_metadata.csv or movies_metadata.csv.gz.`);
  const sample = new Map<string, Row>();
  await readRows(fileURLToPath(new URL('movies_metadata.csv', import.meta.url)), (row) => {
    if (!sample.has(row.id ?? '') && row.vote_count !== '') sample.set(row.id ?? '', row);
  });
  const seen = new Set<string>();
  const differences: string[] = [];
  await readRows(full, (row) => {
    const ours = sample.get(row.id ?? '');
    if (ours === undefined || ours.vote_count !== row.vote_count || seen.has(row.id ?? '')) return;
    seen.add(row.id ?? '');
    for (const fact of FACTS) {
      if (ours[fact] !== row[fact])
        differences.push(`film ${row.id}, ${fact}: ${ours[fact]} is ${row[fact]} there`);
    }
  });
  return { compared: seen.size, differences };
}

const folder = process.argv[2];
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (folder === undefined) throw new Error('usage: npm run sample:check -- DIR');
  const { compared, differences } = await checkSample(folder);
  console.log([...differences, `${compared} films compared, ${differences.length} facts differ`].join('\n'));
  process.exitCode = differences.length > 0 ? 1 : 0;
}
