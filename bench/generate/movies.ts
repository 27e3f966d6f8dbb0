import { movieColumns as readColumns } from '../../etl/read/movies.ts';
import { createFilmLists } from './film-lists.ts';
import { picturePath } from './people.ts';
import { drawQuantile, type Quantiles, type Random, weightedItems } from './random.ts';
import { csvLine } from './raw-format.ts';
import { type GeneratedTitle, generateTitles } from './titles.ts';
import { capital, createProse, inventWord } from './words.ts';

/** The columns of movies_metadata.csv in the order of the source. The ETL reads all of them except `video`. */
export const movieColumns = readColumns.flatMap((column): ((typeof readColumns)[number] | 'video')[] =>
  column === 'vote_average' ? ['video', column] : [column],
);

/** A raw row by column. */
type Film = Record<(typeof movieColumns)[number], string>;

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

/** The value in a share of the cells, `otherwise` in the rest. */
const sometimes = (random: Random, share: number, value: () => string, otherwise = '') =>
  random.chance(share) ? value() : otherwise;

function filmMaker(random: Random): (title: GeneratedTitle, id: number) => Film {
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

/** The size of movies_metadata.csv. */
export interface MoviePlan {
  /** Ids of the films, all different. */
  ids: readonly number[];
  /** Rows that repeat a film with other votes. */
  duplicates: number;
  /** Films whose row is cut in two. */
  cut: number;
}

/**
 * The lines of movies_metadata.csv. As in the source, most films lack budget and revenue, some lack a date or a runtime,
 * overviews contain line breaks and quotes, some films are repeated, and some rows are cut in two.
 */
export function* generateMovies(random: Random, { ids, duplicates, cut }: MoviePlan): Generator<string> {
  const make = filmMaker(random);
  const titles = generateTitles(ids.length, random.whole(1, 1_000_000));
  yield csvLine(movieColumns);
  let made = 0;
  const repeated: Film[] = [];
  for (const title of titles) {
    const film = make(title, ids[made] ?? 0);
    if (made < duplicates) repeated.push(film);
    made++;
    yield made > ids.length - cut ? cutInTwo(film) : csvLine(movieColumns.map((column) => film[column]));
  }
  for (const film of repeated)
    yield csvLine(movieColumns.map((column) => (column === 'vote_count' ? '1' : film[column])));
}

/** The lines of a film with an unquoted line break in its overview: the row ends there, and the rest follows as a second row. */
function cutInTwo(film: Film): string {
  const overviewAt = movieColumns.indexOf('overview');
  const cells = movieColumns.map((column) => film[column]);
  return (
    csvLine([...cells.slice(0, overviewAt), 'A quiet story']) +
    csvLine([' that goes on below.', ...cells.slice(overviewAt + 1)])
  );
}
