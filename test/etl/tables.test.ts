import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../etl/manifest.ts';
import { creditsCsv, csv, film, folderWith, line, moviesCsv, newFolder, role, work } from './raw-files.ts';
import { rows, run, table } from './run-etl.ts';

const to = newFolder();
let manifest: Manifest;

/** A film whose overview held a line break outside quotes: the source cut it in two. */
const cutFilm = [
  line([
    'False',
    '',
    '0',
    "[{'id': 28, 'name': 'Action'}]",
    '',
    '82663',
    'tt0113002',
    'en',
    'Midnight Man',
    'A quiet man',
  ]),
  line([
    ' meets midnight.',
    '0.065736',
    '/ff9.jpg',
    '[]',
    '[]',
    '1997-08-20',
    '0',
    '104.0',
    '[]',
    'Released',
    '',
    'Midnight Man',
    'False',
    '6.0',
    '1',
  ]),
];

const films = [
  film({
    id: '862',
    title: 'Toy Story',
    belongs_to_collection:
      "{'id': 10194, 'name': 'Toy Story Collection', 'poster_path': None, 'backdrop_path': None}",
    budget: '30000000',
    revenue: '373554033',
    genres:
      "[{'id': 16, 'name': 'Animation'}, {'id': 35, 'name': 'Comedy'}, {'id': 16, 'name': 'Animation'}]",
    production_companies: "[{'name': 'Pixar Animation Studios', 'id': 3}]",
    production_countries: "[{'iso_3166_1': 'US', 'name': 'United States of America'}]",
    spoken_languages: "[{'iso_639_1': 'en', 'name': 'English'}, {'iso_639_1': 'xx', 'name': ''}]",
    homepage: 'http://toystory.disney.com/toy-story',
    imdb_id: 'tt0114709',
    overview: 'Toys "live"\nin a room.',
    popularity: '21.946943',
    poster_path: '/rhIRbceoE9lR4veEXuwCC2wARtG.jpg',
    release_date: '1995-10-30',
    runtime: '81.0',
    vote_average: '7.7',
    vote_count: '5415',
  }),
  film({ id: '862', title: 'Toy Story (second)', vote_count: '5414', popularity: '99' }),
  film({ id: '10', title: 'First of two', vote_count: '7', popularity: '3.5' }),
  film({ id: '10', title: 'More popular', vote_count: '7', popularity: '4.5' }),
  film({ id: '11', title: 'First in the file', popularity: '1e-06' }),
  film({ id: '11', title: 'Second in the file', popularity: '1e-06' }),
  film({
    id: '20',
    title: 'Sin fecha',
    original_language: 'es',
    original_title: 'Sin fecha ñ',
    release_date: '',
    runtime: '0.0',
    budget: '1',
    revenue: '5000000',
  }),
  film({
    id: '21',
    title: 'Blanks',
    runtime: '',
    budget: '',
    revenue: '',
    popularity: '',
    vote_average: '',
    vote_count: '',
    imdb_id: '0',
    status: '',
  }),
];

beforeAll(async () => {
  const credits = creditsCsv([
    [
      `[${role('Buzz', 12, 'Second', 1)}, ${role("Conan O'Brien", 11, 'First', 0)}, ${role('Buzz', 12, 'Also', 2)}]`,
      `[${work('John Lasseter', 7879)}, ${work('John Lasseter', 7879)}, ${work('Joss Whedon', 12891, 'Screenplay', 'Writing')}]`,
      '862',
    ],
    [`[${role('Third', 13, null, 0)}, ${role("Conan O'Brien", 11, 'First', 0)}]`, '[]', '862'],
    ['[]', '[]', '424242'],
  ]);
  const from = folderWith({
    'movies_metadata.csv': `${moviesCsv(films)}${cutFilm.join('\n')}\n`,
    'credits.csv.gz': gzipSync(credits),
    'keywords.csv': csv(
      ['id', 'keywords'],
      [
        ['862', "[{'id': 931, 'name': 'jealousy'}, {'id': 15101, 'name': \"children's book\"}]"],
        ['862', "[{'id': 931, 'name': 'jealousy'}, {'id': 5202, 'name': 'boy'}]"],
        ['424242', '[]'],
      ],
    ),
    'textos_es.csv': csv(
      ['tmdb_id', 'titulo_es_419', 'titulo_es_es', 'sinopsis_es'],
      [
        ['862', 'Toy Story: Juguetes|Toy Story', 'Toy Story', 'Unos juguetes viven.'],
        ['424242', 'Nadie', '', ''],
      ],
    ),
  });
  manifest = await run(from, to, { words: 'data/palabras_es.csv' });
});

test('of duplicates, the film with the most votes is kept, then the most popular, then the first', async () => {
  expect(await rows(to, `select id, title from '$dir/movies.parquet' order by id limit 2`)).toEqual([
    [10, 'More popular'],
    [11, 'First in the file'],
  ]);
  expect(await rows(to, `select title from '$dir/movies.parquet' where id = 862`)).toEqual([['Toy Story']]);
});

test('a film has every column of the dictionary', async () => {
  expect(await rows(to, `select * exclude (brief, card) from '$dir/movies.parquet' where id = 862`)).toEqual([
    [
      862,
      'Toy Story',
      'Toy Story',
      '1995-10-30',
      1995,
      10,
      1,
      81,
      '30000000',
      '373554033',
      373554033 / 30000000,
      true,
      true,
      21.946943,
      7.7,
      5415,
      'Toys "live"\nin a room.',
      'Toy Story: Juguetes',
      'Unos juguetes viven.',
      null,
      'Released',
      false,
      'en',
      'tt0114709',
      '/rhIRbceoE9lR4veEXuwCC2wARtG.jpg',
      'http://toystory.disney.com/toy-story',
      10194,
      'Toy Story Collection',
      [16, 35],
      ['Animation', 'Comedy'],
      ['US'],
      null,
      false,
    ],
  ]);
});

test('a film split in two by a line break in its overview is joined', async () => {
  expect(
    await rows(
      to,
      `select title, overview, release_date, runtime, vote_average from '$dir/movies.parquet' where id = 82663`,
    ),
  ).toEqual([['Midnight Man', 'A quiet man\nmeets midnight.', '1997-08-20', 104, 6]]);
});

test('a film without a date is kept, without month and weekday; a runtime of 0 is unknown', async () => {
  expect(
    await rows(
      to,
      `select release_date, release_year, release_month, release_weekday, runtime, "return", title_es
       from '$dir/movies.parquet' where id = 20`,
    ),
  ).toEqual([[null, null, null, null, null, 5000000, 'Sin fecha ñ']]);
});

test('blank numbers become 0 and are counted; a malformed IMDb id becomes null', async () => {
  expect(
    await rows(
      to,
      `select budget, revenue, "return", popularity, vote_average, vote_count, imdb_id from '$dir/movies.parquet' where id = 21`,
    ),
  ).toEqual([['0', '0', 0, 0, 0, 0, null]]);
});

test('a return is reliable unless an amount is under 1,000 dollars, or the cost seems to be counted in thousands', async () => {
  const money = [
    ['7000', '424760'],
    ['5000', '11083449'],
    ['15000', '193355800'],
    ['999', '5000'],
  ] as const;
  const from = folderWith({
    'movies_metadata.csv': moviesCsv(
      money.map(([budget, revenue], at) =>
        film({ id: String(at + 1), title: `Film ${at}`, budget, revenue }),
      ),
    ),
    'credits.csv': creditsCsv([['[]', '[]', '1']]),
  });
  const folder = newFolder();
  await run(from, folder);
  expect(await rows(folder, `select id, reliable from '$dir/movies.parquet' order by id`)).toEqual([
    [1, true],
    [2, false],
    [3, true],
    [4, false],
  ]);
});

test('the lists of a film have no duplicates and keep the order of the source', async () => {
  expect(await rows(to, `from '$dir/movie_genres.parquet' where movie_id = 862`)).toEqual([
    [862, 0, 16, 'Animation'],
    [862, 1, 35, 'Comedy'],
  ]);
  expect(await table(to, 'movie_companies')).toEqual([[862, 0, 3, 'Pixar Animation Studios']]);
  expect(await table(to, 'movie_countries')).toEqual([[862, 0, 'US', 'United States of America']]);
  expect(await table(to, 'movie_languages')).toEqual([
    [862, 0, 'en', 'English'],
    [862, 1, 'xx', null],
  ]);
  expect(await table(to, 'movie_keywords')).toEqual([
    [862, 0, 931, 'jealousy', 'los celos'],
    [862, 1, 15101, "children's book", 'basada en un libro infantil'],
    [862, 2, 5202, 'boy', 'un niño'],
  ]);
});

test('the words of a title and an overview are distinct, without stop words', async () => {
  const words = await rows(
    to,
    `select in_title, word from '$dir/movie_words.parquet' where movie_id = 862 order by all`,
  );
  expect(words).toEqual([
    [false, 'live'],
    [false, 'room'],
    [false, 'toys'],
    [true, 'toy'],
  ]);
});

test('a person is in the cast of a film once, in billing order, with all characters', async () => {
  expect(await table(to, 'cast_members')).toEqual([
    [862, 0, 11, "Conan O'Brien", 'First'],
    [862, 1, 12, 'Buzz', 'Second / Also'],
    [862, 2, 13, 'Third', null],
  ]);
});

test('a person has each job of a film once', async () => {
  expect(await table(to, 'crew_members')).toEqual([
    [862, 7879, 'John Lasseter', 'Directing', 'Director'],
    [862, 12891, 'Joss Whedon', 'Writing', 'Screenplay'],
  ]);
});

test('people have the count of their films and the sum of their votes, each film once', async () => {
  expect(await table(to, 'people')).toEqual([
    [11, "Conan O'Brien", 'conan obrien', 1, 0, '5415'],
    [12, 'Buzz', 'buzz', 1, 0, '5415'],
    [13, 'Third', 'third', 1, 0, '5415'],
    [7879, 'John Lasseter', 'john lasseter', 0, 1, '5415'],
    [12891, 'Joss Whedon', 'joss whedon', 0, 0, '0'],
  ]);
});

test('a film has its title, its original title and our Spanish titles', async () => {
  expect(await rows(to, `from '$dir/titles.parquet' where movie_id in (20, 862)`)).toEqual([
    [20, 'original', 'es', 'Sin fecha ñ', 'sin fecha n'],
    [20, 'title', 'en', 'Sin fecha', 'sin fecha'],
    [862, 'alias', 'es-419', 'Toy Story', 'toy story'],
    [862, 'alias', 'es-419', 'Toy Story: Juguetes', 'toy story juguetes'],
    [862, 'alias', 'es-ES', 'Toy Story', 'toy story'],
    [862, 'original', 'en', 'Toy Story', 'toy story'],
    [862, 'title', 'en', 'Toy Story', 'toy story'],
  ]);
});

test('the manifest accounts for every raw row', () => {
  expect(manifest.version).toMatch(/^20261122T203000Z-[0-9a-f]{6}$/);
  expect(manifest.made_at).toBe('2026-11-22T20:30:00.000Z');
  expect(manifest.sources.map(({ file, rows }) => [file, rows])).toEqual([
    ['credits.csv.gz', 3],
    ['movies_metadata.csv', 10],
    ['keywords.csv', 3],
    ['textos_es.csv', 2],
    ['palabras_es.csv', 1801],
  ]);
  expect(manifest.tables.movies).toBe(6);
  expect(manifest.rules).toEqual({
    stitched: 1,
    duplicates: 3,
    rejected: 0,
    blank_rows: 0,
    imputed: 5,
    blanked: 1,
    entries_incomplete: 0,
    credits_merged: 1,
    keywords_merged: 1,
    credits_without_film: 1,
    keywords_without_film: 1,
    texts_without_film: 1,
  });
  expect(manifest.steps.map(({ step }) => step).slice(0, 2)).toEqual(['read', 'raw_cast']);
});
