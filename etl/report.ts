import type { Manifest } from './manifest.ts';
import type { Fault } from './read/batch.ts';

const LONGEST_QUOTE = 60;
const number = new Intl.NumberFormat('en-US');

/** A cell in quotes, without control and bidirectional formatting characters, shortened to the part around `at`. */
function quote(raw: string, at = 0): string {
  const from = raw.length > LONGEST_QUOTE ? Math.max(0, Math.min(at - LONGEST_QUOTE / 2, raw.length)) : 0;
  const part = raw.slice(from, from + LONGEST_QUOTE).replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
  const start = from > 0 ? '...' : '';
  const end = from + LONGEST_QUOTE < raw.length ? '...' : '';
  return JSON.stringify(`${start}${part}${end}`);
}

/** A list as text: "a, b and c". */
const list = (items: readonly string[]) => new Intl.ListFormat('en').format(items);

/** A fault as text: 'budget: "x" is not a number'. */
export function faultText({ column, what, cell, at }: Fault): string {
  const quoted = cell === undefined ? [] : [cell.trim() === '' ? '""' : quote(cell, at)];
  const place = at === undefined ? '' : ` (character ${at + 1} of the cell)`;
  return [...(column === undefined ? [] : [`${column}:`]), ...quoted, what].join(' ') + place;
}

/** A kind of fault: how many rows have it, and the first of them. */
export interface FaultCount {
  fault: Fault;
  rows: number;
  first: number;
}

/** The most kinds of faults that one line lists. */
const MAX_FAULTS = 30;

function faultsText(faults: readonly FaultCount[]): string {
  const listed = faults.slice(0, MAX_FAULTS).map(({ fault, rows, first }) => {
    const where = rows === 1 ? `row ${first}` : `${number.format(rows)} rows, the first is row ${first}`;
    return `${faultText(fault)} (${where})`;
  });
  const more = faults.length - listed.length;
  return `${listed.join('; ')}${more > 0 ? `; and ${more} more kinds of faults` : ''}`;
}

function columnList(names: readonly string[]): string {
  const listed = names.slice(0, 40).map((name) => quote(name));
  return `${listed.join(', ')}${names.length > listed.length ? `, and ${names.length - listed.length} more` : ''}`;
}

/** The refused rows of a file; `stopped` if the rest of the file was not read. */
export interface Refused {
  rows: number;
  rejected: number;
  faults: readonly FaultCount[];
  stopped: boolean;
}

const refusedText = ({ rows, rejected, stopped }: Refused) =>
  stopped
    ? `at least ${number.format(rejected)} of the first ${number.format(rows)} rows were refused`
    : `${number.format(rejected)} of ${number.format(rows)} rows were refused`;

/** Every sentence that the operator reads. An error says what is wrong, where, and what to do. */
export const wording = {
  usage:
    'usage: npm run etl -- [--from DIR] [--to DIR] [--report FILE] [--max-rejects PERCENT] [--texts FILE] [--ratings FILE] [--keep-current]\n' +
    '  --from         folder of the raw files (RAW_DIR, else data/raw; without them data/sample)\n' +
    '  --to           folder of the published versions (PARQUET_DIR, else data/parquet)\n' +
    '  --report       file that receives the manifest and the report as JSON\n' +
    '  --max-rejects  share of rows of a file that may be refused, in percent (1)\n' +
    '  --texts        our Spanish titles and synopses (data/textos_es.csv)\n' +
    '  --ratings      MovieLens ratings (ratings_small.csv of the folder, else ratings.csv); needs links.csv\n' +
    '  --keep-current publish without changing the live version',
  badOption: (message: string) => `${message} Try --help.`,
  badPercent: (value: string) =>
    `--max-rejects: ${quote(value)} is not a number from 0 to 100. Try --max-rejects 1.`,
  noRaw: (folders: string) =>
    `No raw files in ${folders}. Put movies_metadata.csv and credits.csv there, or name a folder with --from.`,

  noFolder: (folder: string) =>
    `The folder ${folder} does not exist. Name the folder of the raw files with --from.`,
  notFolder: (path: string) =>
    `${path} is a file, not a folder. Name the folder of the raw files with --from.`,
  noFile: (folder: string, names: readonly string[], advice: readonly string[]) =>
    `${names.join(' or ')} (plain or .gz) is not in ${folder}. ${advice.length > 0 ? `${advice.join(' ')} Or put` : 'Put'} it there, or name another folder with --from.`,
  renameIt: (file: string, name: string) =>
    `The file ${quote(file)} there has the right columns: rename it to ${name}.`,
  unpackIt: (file: string) => `The archive ${quote(file)} is there: unpack it.`,
  saveAsCsv: (file: string, name: string) =>
    `The file ${quote(file)} is there: if it holds this table, save it as CSV in UTF-8 under the name ${name}.`,
  inSubfolder: (folder: string, name: string) => `${name} is in ${folder}: name that folder with --from.`,
  usingSample: (folder: string, advice: readonly string[]) =>
    `${folder} has none of the raw files, so the sample is used. ${advice.join(' ')}`,
  optionalMissing: (name: string, advice: readonly string[]) => `${name} was not found. ${advice.join(' ')}`,
  noPeople: (folder: string) =>
    `${folder} has no ratings or no links.csv. Put them there, or name another folder with --from.`,
  badCount: (name: string, value: string) => `--${name} ${value} is not a whole number above 0.`,
  badEvaluateOption: (message: string) =>
    `${message}\n` +
    'usage: npm run evaluate -- [--from DIR] [--gold FILE.csv …] [--pairs FILE.tsv …] [--halves N | --ratings FILE [--links FILE]]\n' +
    '       npm run evaluate -- [--from DIR] --panel FILMS [--seed N] [--to DIR]\n' +
    '       npm run evaluate -- --panel-scores FILE.tsv [--panel-scores FILE.tsv …] [--panel-key FILE.tsv]',
  noRatingsWithin: (file: string) =>
    `${file} has no rating of a film in the catalogue. Check its movieId against links.csv, or name another file.`,
  withoutRatings: (file: string) =>
    `${file} has no rating of a film in the catalogue, so recommendations are made without ratings. Check its movieId against links.csv.`,
  badRating: (file: string, row: number, rating: string) =>
    `${file}, row ${row}: the rating "${rating}" is neither OK nor NOT_OK.`,
  noPairs: (file: string, rows: number) =>
    `${file}: too few of ${rows} pairs match films to compare OK with NOT_OK. Check the titles and years.`,
  badGold: (file: string, row: number) =>
    `${file}, row ${row}: seed and rec must be two TMDB ids and weight a number above 0.`,
  noGold: (file: string) =>
    `${file}: no seed has three expected films of the catalogue. Check that seed and rec are TMDB ids.`,
  badScore: (file: string, row: number, score: string) =>
    `${file}, row ${row}: the score ${quote(score)} is neither 0, 1, 2 nor blank.`,
  notInKey: (file: string, row: number, pair: string) =>
    `${file}, row ${row}: the film and the pick ${pair} are not in the key. Name the key of this panel with --panel-key.`,
  noScores: (file: string) => `${file} has no scores. Write 0, 1 or 2 in its column score.`,
  noRatings: (file: string) => `The ratings file ${file} does not exist. Name another with --ratings.`,
  unreadable: (file: string, code: string) => `${file} cannot be read (${code}). Check its permissions.`,
  empty: (file: string) => `${file} is empty. Download it again.`,
  headerOnly: (file: string) => `${file} has a header and no rows. Download it again.`,
  notCsv: (file: string, what: string) => `${file} is ${what}, not a CSV. Save or unpack it as CSV.`,
  headerNotText: (file: string) =>
    `${file}, row 0 (the header): is not text in UTF-8, so it is not a CSV. Check the file.`,
  badHeader: (file: string, causes: readonly string[], names: readonly string[]) =>
    `${file}, row 0 (the header): ${causes.join('; ')}. Its columns are ${columnList(names)}. Correct the header, or download the file again.`,
  notThisCsv: (first: string) => `begins with ${quote(first)} and has none of the expected columns`,
  noColumns: (groups: readonly (readonly string[])[]) =>
    `the ${groups.length === 1 ? 'column' : 'columns'} ${list(groups.map((names) => names.join(' or ')))} ${groups.length === 1 ? 'is' : 'are'} missing`,
  columnsTwice: (names: readonly string[]) =>
    `the ${names.length === 1 ? 'column' : 'columns'} ${list(names)} ${names.length === 1 ? 'is' : 'are'} duplicated`,
  looksLike: (kind: string) => `it has the columns of ${kind}`,
  columnsBlank: (file: string, names: readonly string[]) =>
    `${file} has no column ${list(names)}: taken as blank in every row.`,
  encoded: (file: string, encoding: string) => `${file} is not in UTF-8: read as ${encoding}.`,
  gzipCut: (file: string, rows: number) =>
    `${file}, after row ${number.format(rows)}: the gzip data ends too early. Download the file again.`,
  gzipBroken: (file: string, rows: number) =>
    `${file}, after row ${number.format(rows)}: the gzip data is damaged. Download the file again.`,
  quoteNotClosed: (file: string, row: number) =>
    `${file}, row ${row}: a quote that opens there is never closed. Repair the row, or download the file again.`,
  tooManyRejects: (file: string, refused: Refused, allowed: number) =>
    `${file}: ${refusedText(refused)}, more than ${allowed} %. ` +
    `${faultsText(refused.faults)}. Repair them, or allow more with --max-rejects.`,
  noFilms: (file: string, refused: Refused) =>
    `${file}: no row is a valid film. ${refused.rejected === 0 ? 'All its rows are blank' : `${refusedText(refused)}: ${faultsText(refused.faults)}`}. Check the file.`,
  notUtf8: 'is not UTF-8',
  zeroByte: 'contains a zero byte',

  noTitle: 'is not a title, and original_title has none',
  notWhole: 'is not a whole number',
  notNumber: 'is not a number',
  notPlainNumber: 'is not a number in plain digits',
  outOfRange: (max: number) =>
    max === Number.MAX_SAFE_INTEGER ? 'is below 0 or too large' : `is not from 0 to ${max}`,
  noId: 'is not a TMDB id',
  notDate: 'is not a date (YYYY-MM-DD)',
  dayOrMonth: 'is ambiguous: day or month first? Write YYYY-MM-DD',
  farYear: (first: number, last: number) => `is not a date from ${first} to ${last}`,
  notTruth: 'is neither True nor False',
  notList: 'is not a list of dicts',
  notDict: 'is not a dict',
  notText: (key: string) => `is not a text (under '${key}')`,
  notId: (key: string) => `is not a whole number from 0 to 2147483647 (under '${key}')`,
  badLiteral: (message: string) => `is not a list or a dict: ${message}`,
  strayQuote: 'a quote in the middle of a field',
  cutAfterOverview: { column: 'overview', what: 'the row ends there, and the next row does not complete it' },
  wrongWidth: (fields: number, columns: number) => `it has ${fields} columns, not ${columns}`,

  unwritable: (folder: string, code: string) =>
    `Cannot write to ${folder} (${code}). Choose a folder you may write to with --to.`,
  diskFull: (folder: string) =>
    `The disk of ${folder} is full. Free some space, or choose another folder with --to.`,
  checkFailed: (check: string, example: string) =>
    `The check "${check}" failed, nothing was published. For example: ${example}. Please report it.`,
  lostRows: (table: string) =>
    `The table ${table} has a different number of rows on disk. Check the disk, then run again.`,
  notRemoved: (path: string, code: string) =>
    `${path} cannot be removed (${code}). It is not needed: remove it yourself.`,
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
  const { sources, tables, rules, notes, steps, ms } = manifest;
  const lines: [string, string][] = [
    ...sources.map(({ file, rows }): [string, string] => [`rows of ${file}`, number.format(rows)]),
    ['films', number.format(tables.movies ?? 0)],
    ['split rows joined', number.format(rules.stitched)],
    ['duplicates', number.format(rules.duplicates)],
    ['rejected', number.format(rules.rejected)],
    ...steps.map((timed): [string, string] => [`time: ${timed.step}`, seconds(timed.ms)]),
    ['total time', seconds(ms)],
  ];
  const left = Math.max(...lines.map(([name]) => name.length));
  const right = Math.max(...lines.map(([, value]) => value.length));
  const table = lines.map(([name, value]) => `${name.padEnd(left)}  ${value.padStart(right)}`);
  return [...table, ...notes].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
