import { csvLine } from './csv-line.ts';
import { cutInTwo } from './cut-film.ts';
import { drawQuantile, type Quantiles, weightedItems } from './distributions.ts';
import { type Film, movieColumns } from './film.ts';
import { createFilmLists } from './film-lists.ts';
import { picturePath } from './people.ts';
import { createProse } from './prose.ts';
import type { Random } from './random.ts';
import { type GeneratedTitle, generateTitles } from './titles.ts';
import { capital, inventWord } from './words.ts';

const overviewLengths: Quantiles = [
  [0, 20],
  [0.05, 90],
  [0.25, 170],
  [0.5, 290],
  [0.75, 430],
  [0.9, 620],
  [0.99, 930],
  [1, 1000],
];
const language = weightedItems(
  [
    ['en', 72],
    ['fr', 5],
    ['it', 3],
    ['ja', 3],
    ['de', 2],
    ['es', 2],
    ['ru', 2],
    ['hi', 1],
    ['ko', 1],
    ['zh', 1],
  ],
  'en',
);

/** What a small share of the cells holds, and nothing else the others. */
const sometimes = (random: Random, share: number, value: () => string, otherwise = '') =>
  random.chance(share) ? value() : otherwise;

function filmMaker(random: Random): (shown: GeneratedTitle, id: number) => Film {
  const lists = createFilmLists(random);
  const prose = createProse(random);
  const digits = (low: number, high: number) => String(random.whole(low, high));
  return ({ title, year, votes }, id) => {
    const hasMoney = random.chance(0.12);
    const date = `${year}-${digits(1, 12).padStart(2, '0')}-${digits(1, 28).padStart(2, '0')}`;
    return {
      adult: sometimes(random, 0.0002, () => 'True', 'False'),
      belongs_to_collection: lists.collection(title),
      budget: sometimes(random, hasMoney ? 1 : 0.09, () => `${digits(1, 20_000)}0000`, '0'),
      genres: lists.genres(),
      homepage: sometimes(random, 0.17, () => `http://www.${inventWord(random, 12)}.com/`),
      id: String(id),
      imdb_id: sometimes(random, 0.9996, () => `tt${digits(1, 9_999_999).padStart(7, '0')}`),
      original_language: language(random),
      original_title: sometimes(random, 0.25, () => `${capital(inventWord(random))} ${title}`, title),
      overview: sometimes(random, 0.98, () => prose(drawQuantile(random, overviewLengths))),
      popularity: (random.next() ** 4 * 12).toFixed(6),
      poster_path: sometimes(random, 0.99, () => picturePath(random)),
      production_companies: lists.companies(),
      production_countries: lists.countries(),
      release_date: sometimes(random, 0.998, () => date),
      revenue: sometimes(random, hasMoney ? 1 : 0.05, () => digits(1_000, 500_000_000), '0'),
      runtime: sometimes(random, 0.993, () => `${random.chance(0.035) ? 0 : digits(5, 180)}.0`),
      spoken_languages: lists.languages(),
      status: sometimes(random, 0.998, () => 'Released'),
      tagline: sometimes(random, 0.45, () => prose(random.whole(15, 90))),
      title,
      video: 'False',
      vote_average: `${random.whole(0, 9)}.${random.whole(0, 9)}`,
      vote_count: String(votes),
    };
  };
}

/** How the rows of movies_metadata.csv come about. */
export interface MoviePlan {
  /** Different films. */
  ids: readonly number[];
  /** Rows that repeat a film. */
  duplicates: number;
  /** Films that are cut in two, so that each has two rows. */
  cut: number;
}

/**
 * The lines of movies_metadata.csv: money missing in most films, some dates and runtimes, line breaks and quotes in
 * overviews; then films once more with other votes, and films cut in two.
 */
export function* generateMovies(random: Random, { ids, duplicates, cut }: MoviePlan): Generator<string> {
  const make = filmMaker(random);
  const titles = generateTitles(ids.length, random.whole(1, 1_000_000));
  yield csvLine(movieColumns);
  let made = 0;
  const kept: Film[] = [];
  for (const shown of titles) {
    const film = make(shown, ids[made] ?? 0);
    if (made < duplicates) kept.push(film);
    made++;
    yield made > ids.length - cut ? cutInTwo(film) : csvLine(movieColumns.map((column) => film[column]));
  }
  for (const film of kept)
    yield csvLine(movieColumns.map((column) => (column === 'vote_count' ? '1' : film[column])));
}
