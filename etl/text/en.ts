import {
  type FaultWords,
  faultWords,
  MAX_COLUMNS,
  MAX_FAULTS,
  number,
  quote,
  type RefusedWords,
} from './quote.ts';

/** "a, b and c" */
const list = (items: readonly string[]) => new Intl.ListFormat('en').format(items);

const fault = (one: FaultWords) =>
  `${faultWords(one)}${one.at === undefined ? '' : ` (character ${one.at + 1} of the cell)`}`;

function faultsText(faults: RefusedWords['faults']): string {
  const listed = faults.slice(0, MAX_FAULTS).map(({ fault: one, rows, first }) => {
    const where = rows === 1 ? `row ${first}` : `${number(rows)} rows, the first is row ${first}`;
    return `${fault(one)} (${where})`;
  });
  const more = faults.length - listed.length;
  return `${listed.join('; ')}${more > 0 ? `; and ${more} more kinds of faults` : ''}`;
}

function columnList(names: readonly string[]): string {
  const listed = names.slice(0, MAX_COLUMNS).map((name) => quote(name));
  return `${listed.join(', ')}${names.length > listed.length ? `, and ${names.length - listed.length} more` : ''}`;
}

const refusedText = ({ rows, rejected, stopped }: RefusedWords) =>
  stopped
    ? `at least ${number(rejected)} of the first ${number(rows)} rows were refused`
    : `${number(rejected)} of ${number(rows)} rows were refused`;

/** The sentences of the ETL in English. An error says what is wrong, where, and what to do. */
export const en = {
  usage:
    'usage: npm run etl -- [--from DIR] [--to DIR] [--report FILE] [--max-rejects PERCENT] [--texts FILE] [--ratings FILE] [--keep-current] [--quiet]\n' +
    '  --from         folder of the raw files (RAW_DIR, else data/raw; without them data/sample)\n' +
    '  --to           folder of the published versions (PARQUET_DIR, else data/parquet)\n' +
    '  --report       file that receives the manifest and the report as JSON\n' +
    '  --max-rejects  share of rows of a file that may be refused, in percent (1)\n' +
    '  --texts        our Spanish titles and synopses (data/textos_es.csv)\n' +
    '  --ratings      MovieLens ratings (ratings_small.csv of the folder, else ratings.csv); needs links.csv\n' +
    '  --keep-current publish without changing the live version\n' +
    '  --quiet        print only warnings and errors, and on a terminal a progress bar',
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
    `${file}, after row ${number(rows)}: the gzip data ends too early. Download the file again.`,
  gzipBroken: (file: string, rows: number) =>
    `${file}, after row ${number(rows)}: the gzip data is damaged. Download the file again.`,
  quoteNotClosed: (file: string, row: number) =>
    `${file}, row ${row}: a quote that opens there is never closed. Repair the row, or download the file again.`,
  tooManyRejects: (file: string, refused: RefusedWords, allowed: number) =>
    `${file}: ${refusedText(refused)}, more than ${allowed} %. ` +
    `${faultsText(refused.faults)}. Repair them, or allow more with --max-rejects.`,
  noFilms: (file: string, refused: RefusedWords) =>
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
  cutAfterOverview: 'the row ends there, and the next row does not complete it',
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

  published: (folder: string, version: string) => `Published ${version} in ${folder}`,

  or: (names: readonly string[]) => names.join(' or '),
  fault,
  zip: 'a zip archive or an Excel workbook',
  oldExcel: 'an old Excel workbook',
  rar: 'a rar archive',
  sevenZip: 'a 7z archive',
  parquet: 'a Parquet file',
  sqlite: 'an SQLite database',

  literalCut: 'the literal is cut off',
  textNotClosed: 'a text is not closed',
  lineBreak: 'a text holds a line break',
  escapeIncomplete: (letter: string) => `the escape \\${letter} is not complete`,
  beyondUnicode: 'an escape is beyond Unicode',
  afterLiteral: 'something follows the end of the literal',
  notPython: 'not a Python literal',
  leadingZero: 'a whole number does not begin with 0',
  tooDeep: 'too deeply nested',
  oneMissing: (one: string, other: string) => `"${one}" or "${other}" is missing`,
  missing: (what: string) => `"${what}" is missing`,
  keyNotText: 'a key is not a text',

  reading: (file: string) => `reading ${file}`,
  rowsOf: (file: string) => `rows of ${file}`,
  films: 'films',
  stitched: 'split rows joined',
  duplicates: 'duplicates',
  rejected: 'rejected',
  time: (step: string) => `time: ${step}`,
  totalTime: 'total time',
};
