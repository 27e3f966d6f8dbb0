import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Problem } from '../../etl/problem.ts';
import type { EtlOptions } from '../../etl/run.ts';
import {
  creditsCsv,
  film,
  folderWith,
  line,
  movieHeader,
  moviesCsv,
  newFolder,
  smallFiles,
} from './raw-files.ts';
import { contents, liveVersion, rows, run, table } from './run-etl.ts';

type Files = Record<string, string | Uint8Array>;

/** Runs the ETL on the small files with some replaced and returns the one line that it fails with. */
async function failure(files: Files, options: Partial<EtlOptions> = {}): Promise<string> {
  const to = join(newFolder(), 'parquet');
  const from = folderWith({ ...smallFiles(), ...files });
  const error = await run(from, to, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Problem);
  expect(contents(to)).toEqual([]);
  const message = String(error instanceof Error ? error.message : '').replaceAll(from, 'FROM');
  expect(message).not.toContain('\n');
  return message;
}

/** Many films, so that one bad row among them is below the limit of rejects. */
function manyFilms(): ReturnType<typeof film>[] {
  return Array.from({ length: 200 }, (_, index) =>
    film({ id: String(index + 1), title: `Film ${index + 1}` }),
  );
}

test('the error names a missing file and the folder', async () => {
  const { 'credits.csv': _, ...files } = smallFiles();
  const from = folderWith(files);
  await expect(run(from, join(newFolder(), 'p'))).rejects.toThrow(
    `credits.csv (plain or .gz) is not in ${from}. Put it there, or name another folder with --from.`,
  );
});

test('the error names a missing folder, or a file in its place', async () => {
  const from = join(newFolder(), 'nowhere');
  await expect(run(from, newFolder())).rejects.toThrow(`The folder ${from} does not exist.`);
  const file = join(folderWith(smallFiles()), 'credits.csv');
  await expect(run(file, newFolder())).rejects.toThrow(`${file} is a file, not a folder.`);
});

test('the error lists missing and duplicated columns, and the columns of the file', async () => {
  expect(await failure({ 'movies_metadata.csv': 'budget,Genres,budget,GENRES\n1,[],1,[]\n' })).toBe(
    'movies_metadata.csv, row 0 (the header): the columns id and title or original_title are missing; ' +
      'the columns budget and genres are duplicated. Its columns are "budget", "Genres", "budget", "GENRES". ' +
      'Correct the header, or download the file again.',
  );
  expect(await failure({ 'credits.csv': 'cast,crew,id,id\n[],[],1,1\n' })).toContain(
    'the column id is duplicated',
  );
});

test('one error names all faulty files', async () => {
  expect(await failure({ 'movies_metadata.csv': 'a,b\n1,2\n', 'credits.csv': '' })).toBe(
    'credits.csv is empty. Download it again. movies_metadata.csv, row 0 (the header): begins with "a" and has none of ' +
      'the expected columns. Its columns are "a", "b". Correct the header, or download the file again.',
  );
});

test('a file of another kind under the name of the films is recognised', async () => {
  expect(await failure({ 'movies_metadata.csv': 'movie_id,title,cast,crew\n1,A,[],[]\n' })).toContain(
    'it has the columns of credits.',
  );
});

test('an empty file and a header without rows have different errors', async () => {
  expect(await failure({ 'credits.csv': '' })).toBe('credits.csv is empty. Download it again.');
  expect(await failure({ 'credits.csv': '\n\n' })).toBe('credits.csv is empty. Download it again.');
  expect(await failure({ 'credits.csv': 'cast,crew,id\n' })).toBe(
    'credits.csv has a header and no rows. Download it again.',
  );
});

test('a file that is not CSV is refused', async () => {
  const binary = randomBytes(4096).map((byte) => (byte === 10 || byte === 13 ? 0 : byte));
  expect(await failure({ 'credits.csv': binary })).toBe(
    'credits.csv, row 0 (the header): is not text in UTF-8, so it is not a CSV. Check the file.',
  );
  expect(await failure({ 'credits.csv': 'PK\u0003\u0004\u0014' })).toBe(
    'credits.csv is a zip archive or an Excel workbook, not a CSV. Save or unpack it as CSV.',
  );
  expect(await failure({ 'credits.csv': '<!DOCTYPE html>\n<p>404</p>\n' })).toContain(
    'begins with "<!DOCTYPE html>" and has none of the expected columns.',
  );
});

test('the error for truncated or damaged gzip data names the last readable row', async () => {
  const text = creditsCsv(Array.from({ length: 5000 }, (_, id) => ['[]', '[]', String(id * 7919)] as const));
  const { 'credits.csv': _, ...files } = smallFiles();
  const whole = gzipSync(text);
  const cut = folderWith({ ...files, 'credits.csv.gz': whole.subarray(0, whole.length / 2) });
  await expect(run(cut, newFolder())).rejects.toThrow(
    /^credits\.csv\.gz, after row [\d,]+: the gzip data ends too early\. Download the file again\.$/,
  );
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, whole.length / 2, whole.length / 2 + 50);
  await expect(run(folderWith({ ...files, 'credits.csv.gz': damaged }), newFolder())).rejects.toThrow(
    /^credits\.csv\.gz, after row [\d,]+: the gzip data is damaged\./,
  );
});

test('a row with invalid UTF-8 or a zero byte is rejected, with its column', async () => {
  const to = newFolder();
  const films = manyFilms().map((cells) => ({ ...cells, tagline: 'Qu\u00e9' }));
  const text = Buffer.from(
    moviesCsv([...films, film({ id: '501', tagline: 'XX' }), film({ id: '502', title: 'Z\0' })]),
  );
  text.write('\u00e9!', text.indexOf('XX'), 'latin1');
  await run(folderWith({ ...smallFiles(), 'movies_metadata.csv': text }), to);
  expect(await rows(to, `select row_number, reason from '$dir/rejects.parquet'`)).toEqual([
    [201, 'tagline: "\ufffd!" is not UTF-8'],
    [202, 'original_title: "Z " contains a zero byte'],
  ]);
});

test('the error for an unclosed quote names its row', async () => {
  const text = `${moviesCsv([film({ id: '1' })])}False,"{'id': 3,\nFalse,\n`;
  expect(await failure({ 'movies_metadata.csv': text })).toBe(
    'movies_metadata.csv, row 2: a quote that opens there is never closed. Repair the row, or download the file again.',
  );
});

test('more bad rows than allowed stop the run, and the error lists every kind of fault', async () => {
  const films = manyFilms().map((cells, index) =>
    index < 5 ? { ...cells, budget: 'x', release_date: index === 3 ? '31-12\u202e\n' : '' } : cells,
  );
  expect(await failure({ 'movies_metadata.csv': moviesCsv(films) })).toBe(
    'movies_metadata.csv: 5 of 200 rows were refused, more than 1 %. ' +
      'budget: "x" is not a number (5 rows, the first is row 1); ' +
      'release_date: "31-12 " is not a date (YYYY-MM-DD) (row 4). Repair them, or allow more with --max-rejects.',
  );
});

test('with --max-rejects 100 a file of bad rows passes, but a catalogue without films is not published', async () => {
  const credits = creditsCsv([['{', '[]', '862']]);
  const manifest = await run(folderWith({ ...smallFiles(), 'credits.csv': credits }), newFolder(), {
    maxRejects: 100,
  });
  expect([manifest.tables.movies, manifest.tables.rejects]).toEqual([2, 1]);
  const films = [film({ id: 'x' }), film({ id: '' })];
  expect(await failure({ 'movies_metadata.csv': moviesCsv(films) }, { maxRejects: 100 })).toBe(
    'movies_metadata.csv: no row is a valid film. 2 of 2 rows were refused: ' +
      'id: "x" is not a number (row 1); id: "" is not a TMDB id (row 2). Check the file.',
  );
});

test('the order of columns, CRLF line ends and a byte order mark make no difference', async () => {
  const [plain, shuffled] = [newFolder(), newFolder()];
  const films = [
    film({ id: '862', title: 'Toy Story' }),
    film({ id: '949', title: 'Heat', overview: 'a\nb, "c"' }),
  ];
  const text = moviesCsv(films, [...movieHeader].reverse());
  await run(folderWith({ ...smallFiles(), 'movies_metadata.csv': moviesCsv(films) }), plain);
  await run(
    folderWith({
      ...smallFiles(),
      'movies_metadata.csv': `\ufeff${text.replace(/\n(?=\d+\.?\d*,\d)|\n$/g, '\r\n')}`,
      'credits.csv': smallFiles()['credits.csv']?.replaceAll('\n', '\r\n') ?? '',
    }),
    shuffled,
  );
  expect(liveVersion(shuffled)).toBe(liveVersion(plain));
});

test('the file may be called movies_dataset.csv', async () => {
  const { 'movies_metadata.csv': movies = '', ...files } = smallFiles();
  const manifest = await run(folderWith({ ...files, 'movies_dataset.csv': movies }), newFolder());
  expect(manifest.sources.map(({ file }) => file)).toEqual(['credits.csv', 'movies_dataset.csv']);
});

test('single bad rows go to rejects with their reason, the rest is published', async () => {
  const to = newFolder();
  const bad = [
    { genres: "[{'id': 16, 'name': 'Anim" },
    { id: '12a' },
    { release_date: '1999-02-30' },
    { vote_average: '11' },
    { adult: 'maybe' },
    { title: '', original_title: ' ' },
    { genres: "{'id': 16}" },
    { runtime: '90.5' },
    { production_companies: "[{'name': 'A', 'id': 'B'}]" },
    { revenue: '-1' },
  ].map((cells) => film({ id: '5000', title: 'Bad', ...cells }));
  const cells = moviesCsv([film({})]).split('\n')[1] ?? '';
  const text = `${moviesCsv([...manyFilms(), ...bad])}${cells},more\nFalse,,0\nFalse,a"b,${'"c"d'},,\n`;
  const manifest = await run(folderWith({ ...smallFiles(), 'movies_metadata.csv': text }), to, {
    maxRejects: 10,
  });
  expect(manifest.tables.movies).toBe(200);
  expect(await rows(to, `select row_number, reason from '$dir/rejects.parquet'`)).toEqual([
    [
      201,
      `genres: "[{'id': 16, 'name': 'Anim" is not a list or a dict: the literal is cut off (character 26 of the cell)`,
    ],
    [202, 'id: "12a" is not a number'],
    [203, 'release_date: "1999-02-30" is not a date (YYYY-MM-DD)'],
    [204, 'vote_average: "11" is not from 0 to 10'],
    [205, 'adult: "maybe" is neither True nor False'],
    [206, 'title: "" is not a title, and original_title has none'],
    [207, `genres: "{'id': 16}" is not a list of dicts`],
    [208, 'runtime: "90.5" is not a whole number'],
    [209, `production_companies: "B" is not a whole number from 0 to 2147483647 (under 'id')`],
    [210, 'revenue: "-1" is below 0 or too large'],
    [211, 'it has 25 columns, not 24'],
    [212, 'it has 3 columns, not 24'],
    [213, 'a quote in the middle of a field'],
  ]);
  expect(await rows(to, `select file, raw from '$dir/rejects.parquet' where row_number = 212`)).toEqual([
    ['movies_metadata.csv', '["False","","0"]'],
  ]);
});

test('a literal cut in the middle rejects its row of credits, with the column', async () => {
  const to = newFolder();
  const good = Array.from({ length: 200 }, (_, id) => ['[]', '[]', String(id + 1)] as const);
  const credits = creditsCsv([...good, ["[{'id': 31, 'name': 'Tom", '[]', '862']]);
  const manifest = await run(folderWith({ ...smallFiles(), 'credits.csv': credits }), to);
  expect(await table(to, 'rejects')).toEqual([
    [
      'credits.csv',
      201,
      `cast: "[{'id': 31, 'name': 'Tom" is not a list or a dict: the literal is cut off (character 25 of the cell)`,
      '["[{\'id\': 31, \'name\': \'Tom","[]","862"]',
    ],
  ]);
  expect(manifest.rules.rejected).toBe(1);
});

test('two half rows that do not make a film are both rejected', async () => {
  const to = newFolder();
  const first = line(['False', '', '0', '[]', '', '77', 'tt0113002', 'en', 'Half', 'It begins']);
  const second = line([
    ' and ends.',
    'not a number',
    '',
    '[]',
    '[]',
    '1997-08-20',
    '0',
    '104.0',
    '[]',
    '',
    '',
    'Half',
    'False',
    '6.0',
    '1',
  ]);
  const text = `${moviesCsv(manyFilms())}${first}\n${second}\n`;
  await run(folderWith({ ...smallFiles(), 'movies_metadata.csv': text }), to);
  expect(await rows(to, `select row_number, reason from '$dir/rejects.parquet'`)).toEqual([
    [201, 'overview: the row ends there, and the next row does not complete it'],
    [202, 'it has 15 columns, not 24'],
  ]);
});

test('half rows padded with blanks are joined, also with another order of columns', async () => {
  const header = [
    'id',
    'title',
    'overview',
    ...movieHeader.filter((name) => !['id', 'title', 'overview'].includes(name)),
  ];
  const whole = film({ id: '77', title: 'Half', overview: '' });
  const cells = header.map((column) => whole[column] ?? '');
  const blanks = (count: number) => Array.from({ length: count }, () => '');
  const halves = [
    [...cells.slice(0, 2), 'It begins', ...blanks(header.length - 3)],
    ['and ends.', ...cells.slice(3), ...blanks(2)],
  ];
  const to = newFolder();
  const text = `${moviesCsv(manyFilms().slice(0, 3), header)}${halves.map(line).join('\n')}\n`;
  const manifest = await run(folderWith({ ...smallFiles(), 'movies_metadata.csv': text }), to);
  expect(manifest.rules.stitched).toBe(1);
  const indexed = text.split('\n').map((row, at) => (row === '' ? '' : `${at === 0 ? '' : at - 1},${row}`));
  const files = { ...smallFiles(), 'movies_metadata.csv': indexed.join('\n').replaceAll(',,,', ',NaN,NaN,') };
  expect((await run(folderWith(files), newFolder())).rules.stitched).toBe(1);
  expect(await rows(to, `select title, overview, runtime from '$dir/movies.parquet' where id = 77`)).toEqual([
    ['Half', 'It begins\nand ends.', 90],
  ]);
});

test('the error names a target that cannot be written', async () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  await expect(run(folderWith(smallFiles()), file)).rejects.toThrow(
    `Cannot write to ${file} (EEXIST). Choose a folder you may write to with --to.`,
  );
  await expect(run(folderWith(smallFiles()), join(file, 'deeper'))).rejects.toThrow('(ENOTDIR)');
});

test('HTML entities are decoded, and "No overview found" becomes null', async () => {
  const to = newFolder();
  const films = [
    film({ id: '1', title: 'Salt &amp; Pepper', overview: 'King &amp;amp; Queen &#39;play&#39;' }),
    film({ id: '2', title: 'Two', overview: 'No overview found.' }),
  ];
  await run(folderWith({ ...smallFiles(), 'movies_metadata.csv': moviesCsv(films) }), to);
  expect(await rows(to, `select title, overview from '$dir/movies.parquet' order by id`)).toEqual([
    ['Salt & Pepper', "King & Queen 'play'"],
    ['Two', null],
  ]);
});

test.skipIf(process.platform !== 'linux')(
  'a target that no folder can be made under ends in one line',
  async () => {
    const from = folderWith(smallFiles());
    await expect(run(from, '/proc/filmoteca')).rejects.toThrow(
      /^Cannot write to \/proc\/filmoteca \(ENOENT\)/u,
    );
  },
);
