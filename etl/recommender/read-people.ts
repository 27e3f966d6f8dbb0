import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { Problem } from '../problem.ts';
import { wording } from '../report.ts';
import { type People, packPeople } from './people.ts';

/** Of more films than this only those with the most ratings are taken, of more people every second, third, … one. */
const MOST_FILMS = 12_000;
const MOST_PEOPLE = 12_000;

const BLOCK_BYTES = 256 * 1024;

/**
 * Reads the people of a MovieLens ratings file (userId, movieId, rating; plain or .gz) as a stream, twice: to see who
 * is there, then to take the ratings of those who are kept. `films` gives the index in the catalogue of a MovieLens
 * movieId; ratings of other films are left out. Of a person's ratings of one film the last counts. Throws a Problem for
 * a file that cannot be read or holds no rating of a film of the catalogue.
 */
export async function readPeople(
  path: string,
  films: ReadonlyMap<number, number>,
  catalogue: number,
): Promise<People> {
  const columns = ['userId', 'movieId', 'rating'];
  const found = new Set<number>();
  await readNumbers(path, columns, ([user = 0, movie = 0]) => {
    if (films.has(movie)) found.add(user);
  });
  if (found.size === 0) throw new Problem(wording.noRatingsWithin(path));
  const step = Math.ceil(found.size / MOST_PEOPLE);
  const kept = [...found].sort((a, b) => a - b).filter((_, index) => index % step === 0);
  const people = new Map(kept.map((user) => [user, new Map<number, number>()]));
  await readNumbers(path, columns, ([user = 0, movie = 0, stars = 0]) => {
    const film = films.get(movie);
    if (film !== undefined) people.get(user)?.set(film, stars);
  });
  const lists = [...people.values()].map((ratings) => [...ratings.entries()]);
  const known = mostRated(lists, catalogue);
  return packPeople(
    catalogue,
    lists.map((list) => list.filter(([film]) => known.has(film)).sort(([a], [b]) => a - b)),
  );
}

function mostRated(lists: readonly (readonly [number, number][])[], catalogue: number): Set<number> {
  const counts = new Int32Array(catalogue);
  for (const list of lists) for (const [film] of list) counts[film] = (counts[film] ?? 0) + 1;
  const order = [...counts.keys()].filter((film) => (counts[film] ?? 0) > 0);
  order.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  return new Set(order.slice(0, MOST_FILMS));
}

/** The TMDB id of each MovieLens movieId, by links.csv; rows without one are left out. */
export async function readLinks(path: string): Promise<Map<number, number>> {
  const links = new Map<number, number>();
  await readNumbers(path, ['movieId', 'tmdbId'], ([movie = 0, tmdb = 0]) => {
    if (tmdb > 0) links.set(movie, tmdb);
  });
  return links;
}

/**
 * Gives the named columns of a CSV of plain numbers (no quotes) to `onRow`, a row at a time; rows in which one is no
 * number are left out. Throws a Problem for a file that cannot be read and a header that lacks a column.
 */
async function readNumbers(
  path: string,
  names: readonly string[],
  onRow: (numbers: readonly number[]) => void,
): Promise<void> {
  let columns: number[] | undefined;
  let rest = '';
  const take = (line: string) => {
    if (columns === undefined) columns = findColumns(line, path, names);
    else pickNumbers(line, columns, onRow);
  };
  const cut = async (blocks: AsyncIterable<Buffer>) => {
    for await (const block of blocks) {
      const lines = (rest + block.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
      await nextTurn();
    }
  };
  const file = createReadStream(path, { highWaterMark: BLOCK_BYTES });
  try {
    if (path.endsWith('.gz')) await pipeline(file, createGunzip({ chunkSize: BLOCK_BYTES }), cut);
    else await pipeline(file, cut);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      wording.unreadable(path, error instanceof Error && 'code' in error ? String(error.code) : '?'),
    );
  }
  take(rest);
}

function findColumns(header: string, path: string, names: readonly string[]): number[] {
  const found = header
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trim()
    .split(',');
  const missing = names.filter((name) => !found.includes(name));
  if (missing.length > 0) throw new Problem(wording.noColumn(path, missing));
  return names.map((name) => found.indexOf(name));
}

function pickNumbers(
  line: string,
  columns: readonly number[],
  onRow: (numbers: readonly number[]) => void,
): void {
  const cells = line.split(',');
  const numbers = columns.map((column) => Number.parseFloat(cells[column] ?? ''));
  if (!numbers.some(Number.isNaN)) onRow(numbers);
}

/** A ratings file, and the links that say which TMDB id each of its films has. */
export interface RatingFiles {
  ratings: string;
  links: string;
}

/** The people of a ratings file, their films by index in `films`. */
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
