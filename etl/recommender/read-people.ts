import { createReadStream } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { Problem } from '../problem.ts';
import { wording } from '../report.ts';
import { type People, packPeople } from './people.ts';

/** Of more films than this only those with the most ratings are taken, of more people every second, third, … one. */
const MOST_FILMS = 12_000;
const MOST_PEOPLE = 12_000;

/**
 * Reads the people of a MovieLens ratings file (userId, movieId, rating; plain or .gz) as a stream. `films` gives the
 * index in the catalogue of a MovieLens movieId; ratings of other films are left out. Of a person's ratings of one
 * film the last counts.
 */
export async function readPeople(
  path: string,
  films: ReadonlyMap<number, number>,
  catalogue: number,
): Promise<People> {
  const people = new Map<number, Map<number, number>>();
  for await (const [user, movie, stars] of readNumbers(path, ['userId', 'movieId', 'rating'])) {
    const film = films.get(movie ?? Number.NaN);
    if (film === undefined || user === undefined || stars === undefined) continue;
    const own = people.get(user) ?? new Map<number, number>();
    if (own.size === 0) people.set(user, own);
    own.set(film, stars);
  }
  const all = [...people.entries()].sort(([a], [b]) => a - b).map(([, ratings]) => ratings);
  const step = Math.ceil(all.length / MOST_PEOPLE);
  const lists = all.filter((_, index) => index % step === 0).map((ratings) => [...ratings.entries()]);
  const kept = mostRated(lists, catalogue);
  return packPeople(
    catalogue,
    lists.map((list) => list.filter(([film]) => kept.has(film)).sort(([a], [b]) => a - b)),
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
  for await (const [movie, tmdb] of readNumbers(path, ['movieId', 'tmdbId']))
    if (movie !== undefined && tmdb !== undefined && tmdb > 0) links.set(movie, tmdb);
  return links;
}

/**
 * The named columns of a CSV of plain numbers (no quotes), a row at a time; rows in which one is no number are left
 * out. Throws a Problem where the header lacks a column.
 */
async function* readNumbers(path: string, names: readonly string[]): AsyncGenerator<number[]> {
  let columns: number[] | undefined;
  let rest = '';
  const plain = createReadStream(path);
  const stream: AsyncIterable<Buffer> = path.endsWith('.gz') ? plain.pipe(createGunzip()) : plain;
  for await (const block of stream) {
    const lines = (rest + block.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    if (columns === undefined && lines.length > 0) columns = findColumns(lines.shift() ?? '', path, names);
    for (const line of lines) yield* pickNumbers(line, columns ?? []);
    await nextTurn();
  }
  yield* pickNumbers(rest, columns ?? findColumns(rest, path, names));
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

function* pickNumbers(line: string, columns: readonly number[]): Generator<number[]> {
  const cells = line.split(',');
  const numbers = columns.map((column) => Number.parseFloat(cells[column] ?? ''));
  if (!numbers.some(Number.isNaN)) yield numbers;
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
