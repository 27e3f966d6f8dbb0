import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readFigures } from '../../eda/figures.ts';
import { openDatabase } from '../../etl/database.ts';
import { loadSources } from '../../etl/load-sources.ts';
import { silent } from '../../etl/progress.ts';
import { ratingsOf } from '../../etl/recommender/features/people.ts';
import { loadPeople } from '../../etl/recommender/features/read-people.ts';
import { recommend } from '../../etl/recommender/recommend.ts';
import { findSources } from '../../etl/sources.ts';
import {
  creditsCsv,
  csv,
  film,
  folderWith,
  movieHeader,
  moviesCsv,
  newFolder,
  smallFiles,
} from './raw-files.ts';
import { rows, run } from './run-etl.ts';

/** Files as people have them, who saved them with another program or took them from elsewhere. */

type Files = Record<string, string | Uint8Array>;

const genres = "[{'id': 28, 'name': 'Action'}, {'id': 80, 'name': 'Crime'}]";
const films = [
  film({
    id: '862',
    title: 'Toy Story',
    budget: '30000000',
    revenue: '373554033',
    genres,
    vote_average: '7.7',
    popularity: '21.946943',
    release_date: '1995-10-30',
    overview: 'Toys, alive; they\tplay "house" | and more\nand more',
  }),
  film({ id: '949', title: 'Señal y daño', original_language: 'es', release_date: '1995-12-15', genres }),
];

const plain: Record<string, string> = { ...smallFiles(), 'movies_metadata.csv': moviesCsv(films) };

/** The raw tables that the plain files give with some replaced: that is all that the form of a file can change. */
async function loaded(files: Files): Promise<unknown> {
  const from = folderWith({ ...plain, ...files });
  const database = await openDatabase(newFolder());
  try {
    const sources = findSources(from, { texts: '', words: '' });
    await loadSources(database.connection, sources, { workers: 1, maxRejects: 0, progress: silent });
    const read = async (name: string) =>
      (await database.connection.runAndReadAll(`select * exclude (row_number) from ${name}`)).getRowsJson();
    return {
      films: await read('raw_movies'),
      cast: await read('raw_cast_lists'),
      crew: await read('raw_crew_lists'),
    };
  } finally {
    database.close();
  }
}

const expected = loaded({});

/** The rows of a file written with other separators and line ends. */
function written(text: string, separator: string, lineEnd = '\n', all = false): string {
  const quote = (cell: string) =>
    all || /["\n\r,;|\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return parse(text)
    .map((cells) => `${cells.map(quote).join(separator)}${lineEnd}`)
    .join('');
}

/** Every file, changed. */
const each = (change: (text: string) => string | Uint8Array): Files =>
  Object.fromEntries(Object.entries(plain).map(([name, text]) => [name, change(text)]));

const changed = (cells: Record<string, string>) => moviesCsv(films.map((one) => ({ ...one, ...cells })));
const utf16 = (text: string, mark: string) => Buffer.from(mark + text, 'utf16le');
const indexed = (text: string, name: string) =>
  csv(
    [],
    parse(text).map((cells, at) => [at === 0 ? name : String(at - 1), ...cells]),
  ).slice(1);
const renamed = (text: string, change: (name: string) => string) => {
  const [header = [], ...others] = parse(text);
  return csv(header.map(change), others);
};

const shapes: readonly (readonly [what: string, files: Files])[] = [
  ['every cell in quotes', each((text) => written(text, ',', '\n', true))],
  ['semicolons between cells', each((text) => written(text, ';'))],
  ['a first line sep=;', each((text) => `sep=;\r\n${written(text, ';', '\r\n')}`)],
  ['tabs between cells', each((text) => written(text, '\t'))],
  ['line ends of CR alone', each((text) => written(text, ',', '\r'))],
  ['a byte order mark', each((text) => `\ufeff${text}`)],
  ['Latin-1', each((text) => Buffer.from(text, 'latin1'))],
  ['UTF-16 with a mark', each((text) => utf16(text, '\ufeff'))],
  ['UTF-16 without a mark', each((text) => utf16(text, ''))],
  ['UTF-16, high byte first', each((text) => utf16(text, '\ufeff').swap16())],
  ['an index without a name', each((text) => indexed(text, ''))],
  ['an index of pandas', each((text) => indexed(text, 'Unnamed: 0'))],
  ['movie_id for id', each((text) => renamed(text, (name) => (name === 'id' ? 'movie_id' : name)))],
  [
    'columns in capitals',
    each((text) => renamed(text, (name) => ` ${name.toUpperCase().replace('_', ' ')} `)),
  ],
  ['blank columns at the end', each((text) => text.replaceAll(/(?<=\d)\n/g, ',,\n'))],
  ['rows of commas alone', each((text) => `${text}${',,,\n'.repeat(3)}"","",""\n${','.repeat(23)}\n\n`)],
  [
    'lists as JSON',
    {
      'movies_metadata.csv': changed({
        genres: String.raw`[{"id": 28, "name": "\u0041ction", "x": null, "y": true}, {"id": 80, "name": "Crime", "p": "\/a"}]`,
      }),
    },
  ],
  [
    'lists of Python with null',
    { 'movies_metadata.csv': changed({ genres: genres.replace('}', ", 'x': null}") }) },
  ],
];

test.each(shapes)('%s: the same films are read', async (_, files) => {
  expect(await loaded(files)).toEqual(await expected);
});

/** Publishes films that differ in some cells and gives the columns of each. */
async function publishedFilms(
  cells: readonly Record<string, string>[],
  columns: string,
): Promise<unknown[][]> {
  const to = newFolder();
  const many = cells.map((own, at) => film({ id: String(at + 1), title: 'A film', ...own }));
  const manifest = await run(folderWith({ ...plain, 'movies_metadata.csv': moviesCsv(many) }), to);
  expect(manifest.rules.rejected).toBe(0);
  return rows(to, `select ${columns} from '$dir/movies.parquet' order by id`);
}

test('True and False are read in the spellings of programs and spreadsheets', async () => {
  const words = [
    'False',
    'FALSE',
    'false',
    '0',
    '0.0',
    'f',
    'FALSO',
    'True',
    'TRUE',
    'true',
    '1',
    'VERDADERO',
  ];
  const found = await publishedFilms(
    words.map((adult) => ({ adult, video: adult })),
    'adult',
  );
  expect(found).toEqual(words.map((_, at) => [at >= 7]));
});

test('words for "no value" are blank in every optional column', async () => {
  const words = [
    '',
    'NaN',
    'nan',
    'NULL',
    String.raw`\N`,
    'None',
    'NA',
    '<NA>',
    'N/A',
    'null',
    ' NaN ',
    '#N/A',
  ];
  const columns = movieHeader.filter((name) => name !== 'id' && name !== 'title');
  const found = await publishedFilms(
    words.map((word) => Object.fromEntries(columns.map((name) => [name, word]))),
    'title, original_title, release_date, runtime, budget::int, popularity, overview, adult, imdb_id, collection, genres',
  );
  expect(found).toEqual(words.map(() => ['A film', 'A film', null, null, 0, 0, null, false, null, null, []]));
});

const days = [
  ['1995-10-30 00:00:00', '1995-10-30'],
  ['1995-10-30T00:00:00Z', '1995-10-30'],
  ['1995-10-30T00:00:00.000+00:00', '1995-10-30'],
  ['1995/10/3', '1995-10-03'],
  ['10/30/1995', '1995-10-30'],
  ['30.10.1995', '1995-10-30'],
  ['5/5/1995', '1995-05-05'],
  ['0000-00-00', null],
  ['NaT', null],
] as const;

test('unambiguous dates are read in every form', async () => {
  const found = await publishedFilms(
    days.map(([release_date]) => ({ release_date })),
    'release_date',
  );
  expect(found).toEqual(days.map(([, day]) => [day]));
});

test('one date with the day second means that every date has the month first', async () => {
  const dates = ['1/2/2000', '10/30/1995', '3/4/2001'];
  const many = dates.map((release_date, at) => film({ id: String(at + 1), release_date }));
  const to = newFolder();
  await run(folderWith({ ...plain, 'movies_metadata.csv': moviesCsv(many) }), to);
  expect(await rows(to, `select release_date from '$dir/movies.parquet' order by id`)).toEqual([
    ['2000-01-02'],
    ['1995-10-30'],
    ['2001-03-04'],
  ]);
});

test('impossible and ambiguous dates are rejected, each with its reason', async () => {
  const dates = ['0001-01-01', '9999-12-31', '3/4/2001', '1995-13-01'];
  const many = [
    film({ id: '9' }),
    ...dates.map((release_date, at) => film({ id: String(at + 1), release_date })),
  ];
  const to = newFolder();
  await run(folderWith({ ...plain, 'movies_metadata.csv': moviesCsv(many) }), to, { maxRejects: 100 });
  expect(await rows(to, `select reason from '$dir/rejects.parquet'`)).toEqual([
    ['release_date: "0001-01-01" is not a date from 1800 to 2199'],
    ['release_date: "9999-12-31" is not a date from 1800 to 2199'],
    ['release_date: "3/4/2001" is ambiguous: day or month first? Write YYYY-MM-DD'],
    ['release_date: "1995-13-01" is not a date (YYYY-MM-DD)'],
  ]);
});

test('a decimal comma is read if the separator is not a comma', async () => {
  const to = newFolder();
  const text = written(moviesCsv([film({ popularity: '21,5', vote_average: '7,7' })]), ';');
  await run(folderWith({ ...plain, 'movies_metadata.csv': text }), to);
  expect(await rows(to, `select popularity, vote_average from '$dir/movies.parquet'`)).toEqual([[21.5, 7.7]]);
});

test('a film whose title is a word for "no value" keeps it', async () => {
  const to = newFolder();
  await run(folderWith({ ...plain, 'movies_metadata.csv': moviesCsv([film({ title: 'None' })]) }), to);
  expect(await rows(to, `select title, original_title from '$dir/movies.parquet'`)).toEqual([
    ['None', 'None'],
  ]);
});

test('entities and control characters leave no blank title and no line break in a name', async () => {
  const to = newFolder();
  const many = [
    film({ id: '1', title: '&nbsp;', original_title: 'Heat' }),
    film({ id: '2', title: 'A\nB\u0085C' }),
  ];
  const credits = creditsCsv([[String.raw`[{'id': 7, 'name': 'A\x00\nB'}]`, '[]', '1']]);
  await run(folderWith({ 'movies_metadata.csv': moviesCsv(many), 'credits.csv': credits }), to);
  expect(await rows(to, `select title from '$dir/movies.parquet' order by id`)).toEqual([
    ['Heat'],
    ['A B C'],
  ]);
  expect(await rows(to, `select name from '$dir/people.parquet'`)).toEqual([['A B']]);
});

test('optional columns may be missing, and the report names them', async () => {
  const needed = ['id', 'title', 'vote_count', ...movieHeader.slice(15)];
  const header = movieHeader.filter((name) => needed.includes(name) && name !== 'tagline');
  const files = {
    ...plain,
    'movies_metadata.csv': moviesCsv(films, header),
    'credits.csv': 'id,cast\n862,[]\n',
  };
  const manifest = await run(folderWith(files), newFolder());
  expect(manifest.tables.movies).toBe(2);
  expect(manifest.notes).toEqual([
    'credits.csv has no column crew: taken as blank in every row.',
    'movies_metadata.csv has no column adult, belongs_to_collection, budget, genres, homepage, imdb_id, ' +
      'original_language, original_title, overview, popularity, poster_path, production_companies, ' +
      'production_countries, release_date, and tagline: taken as blank in every row.',
  ]);
});

test('blank rows are counted and skipped', async () => {
  const text = `${plain['movies_metadata.csv']}${`${','.repeat(23)}\n`.repeat(500)}`;
  const manifest = await run(folderWith({ ...plain, 'movies_metadata.csv': text }), newFolder());
  expect([manifest.tables.movies, manifest.rules.blank_rows, manifest.rules.rejected]).toEqual([2, 500, 0]);
  expect(manifest.sources.map((source) => source.rows)).toEqual([2, 2]);
});

const links = '"movieId";"imdbId";"tmdbId"\r\n"1";"0114709";"862.0"\r\n"2";"0113277";"949"\r\n"3";"1";""\r\n';
const quotedRatings = `"","userId","movieId","rating","timestamp"\n"1","1","1","4.5","9"\n"2","1","2","3","9"\n`;

test('quoted links and ratings are read, also with an index and other separators', async () => {
  const from = folderWith({ ...plain, 'links.csv': links, 'ratings.csv': quotedRatings });
  const manifest = await run(from, newFolder());
  expect([manifest.notes, manifest.tables.rejects]).toEqual([[], 0]);
  const file = (name: string) => join(from, name);
  const people = await loadPeople({ ratings: file('ratings.csv'), links: file('links.csv') }, [
    { id: 949 },
    { id: 862 },
  ]);
  expect(ratingsOf(people, 0)).toEqual([
    [0, 3],
    [1, 4.5],
  ]);
});

test('ratings without a film of the catalogue are ignored, with a note', async () => {
  const ratings = 'userId,movieId,rating,timestamp\n1,3,4.5,9\n1,77,4.5,9\n';
  const manifest = await run(
    folderWith({ ...plain, 'links.csv': links, 'ratings.csv': ratings }),
    newFolder(),
    {
      recommend,
    },
  );
  expect(manifest.tables.movies).toBe(2);
  expect(manifest.notes).toEqual([
    'ratings.csv has no rating of a film in the catalogue, so recommendations are made without ratings. ' +
      'Check its movieId against links.csv.',
  ]);
});

test('rows of ratings and links with malformed numbers are rejected, each with its reason', async () => {
  const to = newFolder();
  const ratings = 'userId,movieId,rating\n1,1,4.5\n1,2,1e1\nx,2,3\n1,2,10\n1,2\n';
  const odd = 'movieId,tmdbId\n1,862\n2,949\n3,NULL\n4,-1\n';
  await run(folderWith({ ...plain, 'links.csv': odd, 'ratings.csv': ratings }), to, { maxRejects: 100 });
  expect(await rows(to, `select file, row_number, reason from '$dir/rejects.parquet'`)).toEqual([
    ['links.csv', 4, 'tmdbId: "-1" is not a number in plain digits'],
    ['ratings.csv', 2, 'rating: "1e1" is not a number in plain digits'],
    ['ratings.csv', 3, 'userId: "x" is not a number in plain digits'],
    ['ratings.csv', 4, 'rating: "10" is not from 0 to 5'],
    ['ratings.csv', 5, 'it has 2 columns, not 3'],
  ]);
});

test('the error for a missing file names similar files in the folder', async () => {
  const { 'movies_metadata.csv': movies = '', 'credits.csv': credits = '' } = plain;
  const from = folderWith({
    'movies_metadata (1).csv': movies,
    'tmdb_5000_credits.csv': written(
      renamed(credits, (name) => (name === 'id' ? 'movie_id' : name)),
      ';',
    ),
    'archive.zip': 'PK',
    'notes.txt': 'nothing',
  });
  await expect(run(from, newFolder())).rejects.toThrow(
    `credits.csv (plain or .gz) is not in ${from}. The archive "archive.zip" is there: unpack it. ` +
      'The file "tmdb_5000_credits.csv" there has the right columns: rename it to credits.csv. ' +
      'Or put it there, or name another folder with --from. ' +
      `movies_metadata.csv or movies_dataset.csv (plain or .gz) is not in ${from}. ` +
      'The archive "archive.zip" is there: unpack it. ' +
      'The file "movies_metadata (1).csv" there has the right columns: rename it to movies_metadata.csv. ' +
      'Or put it there, or name another folder with --from.',
  );
  const optional = await run(
    folderWith({ ...plain, 'keywords (2).csv': 'id,keywords\n862,[]\n' }),
    newFolder(),
  );
  expect(optional.notes).toEqual([
    'keywords.csv was not found. The file "keywords (2).csv" there has the right columns: rename it to keywords.csv.',
  ]);
});

test('if the files are in a subfolder, the error names the subfolder', async () => {
  const from = folderWith(plain);
  const above = from.replace(/\/raw$/, '');
  await expect(run(above, newFolder())).rejects.toThrow(
    `credits.csv is in ${from}: name that folder with --from.`,
  );
});

test('the report reads every form of raw file that the ETL reads', async () => {
  const to = newFolder();
  const text = plain['movies_metadata.csv'] ?? '';
  const { version } = await run(folderWith(plain), to);
  const lacking = renamed(text, (name) => (name === 'homepage' ? 'x' : name.toUpperCase()));
  const from = folderWith({
    'movies_metadata.csv': utf16(`${written(lacking, ';', '\r')}${';'.repeat(23)}\r`, '\ufeff'),
  });
  const figures = (folder: string) =>
    readFigures(join(folder, 'movies_metadata.csv'), join(to, version), newFolder());
  const [sound, found] = [await figures(folderWith(plain)), await figures(from)];
  expect([found.counts, found.figures, found.duplicates]).toEqual([
    sound.counts,
    sound.figures,
    sound.duplicates,
  ]);
});
