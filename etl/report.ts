import type { Manifest } from './manifest.ts';

const shorten = (raw: string) => (raw.length > 60 ? `${raw.slice(0, 57)}...` : raw);
const quote = (raw: string) => JSON.stringify(shorten(raw));
const number = new Intl.NumberFormat('en-US');

/** Every sentence the operator reads: what is wrong, where, and what to do. */
export const wording = {
  usage:
    'usage: npm run etl -- [--from DIR] [--to DIR] [--report FILE] [--max-rejects PERCENT] [--texts FILE] [--ratings FILE] [--keep-current]\n' +
    '  --from         folder of the raw files (RAW_DIR, else data/raw; without them data/sample)\n' +
    '  --to           folder of the published versions (PARQUET_DIR, else data/parquet)\n' +
    '  --report       file that receives the manifest and the report as JSON\n' +
    '  --max-rejects  share of rows of a file that may be refused, in percent (1)\n' +
    '  --texts        our Spanish titles and synopses (data/textos_es.csv)\n' +
    '  --ratings      what people like (ratings_small.csv of the folder, else ratings.csv); needs links.csv\n' +
    '  --keep-current publish, but leave the live version as it is',
  badOption: (message: string) => `${message} Try --help.`,
  badPercent: (value: string) =>
    `--max-rejects: ${quote(value)} is not a number from 0 to 100. Try --max-rejects 1.`,
  noRaw: (folders: string) =>
    `No raw files in ${folders}. Put movies_metadata.csv and credits.csv there, or name a folder with --from.`,

  noFolder: (folder: string) =>
    `The folder ${folder} does not exist. Name the folder of the raw files with --from.`,
  notFolder: (path: string) =>
    `${path} is a file, not a folder. Name the folder of the raw files with --from.`,
  noFile: (folder: string, names: readonly string[]) =>
    `${names.join(' or ')} (plain or .gz) is not in ${folder}. Put it there, or name another folder with --from.`,
  noPeople: (folder: string) =>
    `${folder} has no ratings or no links.csv. Put them there, or name another folder with --from.`,
  badHalves: (value: string) => `--halves ${value}: a whole number from 1 up is needed.`,
  badEvaluateOption: (message: string) =>
    `${message}\nusage: npm run evaluate -- [--from DIR] [--halves N] [--choose] [--ratings FILE [--links FILE]] [--pairs FILE.tsv]`,
  noRatingsWithin: (file: string) =>
    `${file} holds no rating of a film of the catalogue. Check its movieId against links.csv, or name another file.`,
  badRating: (file: string, row: number, rating: string) =>
    `${file}, row ${row}: the rating "${rating}" is neither OK nor NOT_OK.`,
  noPairs: (file: string, rows: number) =>
    `${file}: of ${rows} pairs too few joined to tell OK from NOT_OK. Check the titles and years.`,
  noRatings: (file: string) => `The ratings file ${file} does not exist. Name another with --ratings.`,
  unreadable: (file: string, code: string) => `${file} cannot be read (${code}). Check its permissions.`,
  empty: (file: string) => `${file} is empty. Download it again.`,
  headerOnly: (file: string) => `${file} has a header and no rows. Download it again.`,
  binary: (file: string, row: number) =>
    `${file}, row ${row}: holds a zero byte, so it is not a CSV in UTF-8. Check the file.`,
  headerNotText: (file: string) =>
    `${file}, row 0 (the header): is not text in UTF-8, so it is not a CSV. Check the file.`,
  notThisCsv: (file: string, first: string) =>
    `${file}, row 0 (the header): begins with ${quote(first)} and has none of the expected columns, so it is not this CSV. Check the file.`,
  noColumn: (file: string, columns: readonly string[]) =>
    `${file}, row 0 (the header): the column ${columns.join(', ')} is missing. Add it, or download the file again.`,
  columnTwice: (file: string, column: string) =>
    `${file}, row 0 (the header): the column ${column} is there twice. Remove one.`,
  gzipCut: (file: string, rows: number) =>
    `${file}, after row ${number.format(rows)}: the gzip data ends too early. Download the file again.`,
  gzipBroken: (file: string, rows: number) =>
    `${file}, after row ${number.format(rows)}: the gzip data is damaged. Download the file again.`,
  quoteNotClosed: (file: string, row: number) =>
    `${file}, row ${row}: a quote that opens there is never closed. Repair the row, or download the file again.`,
  notUtf8: (file: string, row: number, column: string) =>
    `${file}, row ${row}, column ${column}: is not UTF-8. Convert the file, for example with: iconv -f LATIN1 -t UTF-8`,
  tooManyRejects: (file: string, rejected: number, rows: number, allowed: number, first: readonly string[]) =>
    `${file}: ${number.format(rejected)} of ${number.format(rows)} rows were refused, more than ${allowed} %. ` +
    `${first.join('; ')}. Repair them, or allow more with --max-rejects.`,
  rejected: (row: number, reason: string) => `Row ${row}, ${reason}`,
  noFilms: (file: string) => `${file}: not one film could be taken. Check the file.`,

  noTitle: 'is blank, and so is original_title',
  notWhole: (raw: string) => `${quote(raw)} is not a whole number`,
  notNumber: (raw: string) => `${quote(raw)} is not a number`,
  outOfRange: (raw: string, max: number) =>
    max === Number.MAX_SAFE_INTEGER
      ? `${quote(raw)} is below 0 or too large`
      : `${quote(raw)} is not from 0 to ${max}`,
  noId: (raw: string) => `${quote(raw)} is not a TMDB id`,
  notDate: (raw: string) => `${quote(raw)} is not a date (YYYY-MM-DD)`,
  notTruth: (raw: string) => `${quote(raw)} is neither True nor False`,
  notList: (raw: string) => `${quote(raw)} is not a list of dicts`,
  notDict: (raw: string) => `${quote(raw)} is not a dict`,
  notText: (key: string) => `the value of '${key}' is not a text`,
  notId: (key: string) => `the value of '${key}' is not a whole number from 0 to 2147483647`,
  badLiteral: (message: string, offset: number) => `${message} (character ${offset + 1} of the cell)`,
  strayQuote: 'a quote in the middle of a field',
  cutAfterOverview: 'overview: the row ends there, and the next row does not complete it',
  wrongWidth: (fields: number, columns: number) => `it has ${fields} columns, not ${columns}`,

  unwritable: (folder: string, code: string) =>
    `Cannot write to ${folder} (${code}). Choose a folder you may write to with --to.`,
  diskFull: (folder: string) =>
    `The disk of ${folder} is full. Free some space, or choose another folder with --to.`,
  checkFailed: (check: string, example: string) =>
    `The check "${check}" failed, nothing was published. For example: ${example}. Please report it.`,
  lostRows: (table: string) =>
    `The table ${table} came back from the disk with other rows. Check the disk, then run again.`,
  reportUnwritable: (file: string, code: string) =>
    `The data is published, but the report ${file} cannot be written (${code}).`,
  unexpected: (message: string) =>
    `Unexpected: ${message.split('\n')[0]}. Please report it; set DEBUG=1 for details.`,

  read: (file: string) => `reading ${file}`,
  step: (name: string) => name,
  published: (folder: string, version: string) => `Published ${version} in ${folder}`,
};

/** The table at the end of a run. */
export function summary(manifest: Manifest): string {
  const { sources, tables, rules, steps, ms } = manifest;
  const lines: [string, string][] = [
    ...sources.map(({ file, rows }): [string, string] => [`rows of ${file}`, number.format(rows)]),
    ['films', number.format(tables.movies ?? 0)],
    ['stitched', number.format(rules.stitched)],
    ['deduplicated', number.format(rules.duplicates)],
    ['rejected', number.format(rules.rejected)],
    ...steps.map((timed): [string, string] => [`time: ${timed.step}`, seconds(timed.ms)]),
    ['time in all', seconds(ms)],
  ];
  const left = Math.max(...lines.map(([name]) => name.length));
  const right = Math.max(...lines.map(([, value]) => value.length));
  return lines.map(([name, value]) => `${name.padEnd(left)}  ${value.padStart(right)}`).join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
