import { MAX_STARS } from '../../read/rows.ts';
import { mapLazily, type People, packPeople } from './people.ts';
import { type NumbersFile, readNumbers } from './read-numbers.ts';

/** Limits: the films with the most ratings are kept, and of more people every second, third, … person. */
const MOST_FILMS = 10_000;
const MOST_PEOPLE = 12_000;

const COLUMNS = ['userId', 'movieId', 'rating'];

/**
 * Streams a MovieLens ratings file (userId, movieId, rating; plain or gzip) twice: once to choose the people, once to read
 * their ratings. `films` maps a MovieLens movieId to the index in the catalogue; other ratings are skipped. If a person rated
 * a film twice, the last rating counts. Returns no people if no rating is of a film of the catalogue. Throws a Problem if the
 * file cannot be read.
 */
export async function readPeople(
  path: string,
  films: ReadonlyMap<number, number>,
  catalogue: number,
): Promise<People> {
  const file: NumbersFile = { path, kind: 'ratings' };
  const found = new Set<number>();
  await readNumbers(file, COLUMNS, ([user = 0, movie = 0, stars = 0]) => {
    if (films.has(movie) && stars <= MAX_STARS) found.add(user);
  });
  const step = Math.ceil(found.size / MOST_PEOPLE);
  const kept = [...found].sort((a, b) => a - b).filter((_, index) => index % step === 0);
  const people = new Map(kept.map((user): [number, number[]] => [user, []]));
  await readNumbers(file, COLUMNS, ([user = 0, movie = 0, stars = 0]) => {
    const film = films.get(movie);
    if (film !== undefined && stars <= MAX_STARS) people.get(user)?.push(film, stars);
  });
  const known = mostRated(people.values(), catalogue);
  const list = (given: readonly number[]) =>
    [...lastRatings(given)].filter(([film]) => known.has(film)).sort(([a], [b]) => a - b);
  return packPeople(catalogue, mapLazily(people.values(), list));
}

/** A person's stars by film, from alternating films and stars: keeping a map for every person would take too much memory. */
function lastRatings(given: readonly number[]): Map<number, number> {
  const ratings = new Map<number, number>();
  for (let at = 0; at < given.length; at += 2) ratings.set(given[at] as number, given[at + 1] as number);
  return ratings;
}

function mostRated(lists: Iterable<readonly number[]>, catalogue: number): Set<number> {
  const counts = new Int32Array(catalogue);
  for (const list of lists)
    for (const film of lastRatings(list).keys()) counts[film] = (counts[film] ?? 0) + 1;
  const order = [...counts.keys()].filter((film) => (counts[film] ?? 0) > 0);
  order.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  return new Set(order.slice(0, MOST_FILMS));
}

/** The TMDB id of each MovieLens movieId in links.csv; rows without one are skipped. */
export async function readLinks(path: string): Promise<Map<number, number>> {
  const links = new Map<number, number>();
  await readNumbers({ path, kind: 'links' }, ['movieId', 'tmdbId'], ([movie = 0, tmdb = 0]) => {
    if (tmdb > 0) links.set(movie, tmdb);
  });
  return links;
}

/** A ratings file, and the links file with the TMDB ids of its films. */
export interface RatingFiles {
  ratings: string;
  links: string;
}

/** The people of a ratings file; films are indexes in `films`. */
export async function loadPeople(
  { ratings, links }: RatingFiles,
  films: readonly { id: number }[],
): Promise<People> {
  const index = new Map(films.map(({ id }, at) => [id, at]));
  const known = new Map<number, number>();
  for (const [movie, tmdb] of await readLinks(links)) {
    const film = index.get(tmdb);
    if (film !== undefined) known.set(movie, film);
  }
  return readPeople(ratings, known, films.length);
}
