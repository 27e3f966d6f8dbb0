import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { seededRandom } from '../../src/lib/random.ts';

/** The number of invented people, and the fewest and most ratings of each. */
const PEOPLE = 200;
const LEAST = 20;
const MOST = 50;

type Row = Record<string, string>;
const read = (name: string): Row[] =>
  parse(readFileSync(new URL(name, import.meta.url)), { columns: true, relax_column_count: true });

interface Known {
  movie: number;
  genres: string[];
  language: string;
  year: number;
  votes: number;
  mean: number;
}

/** The similarity of two films by genres, language and year, 0 to 1. */
function kinship(a: Known, b: Known): number {
  const shared = a.genres.filter((genre) => b.genres.includes(genre)).length;
  const all = new Set([...a.genres, ...b.genres]).size || 1;
  const own = a.language === 'en' ? 0.4 : 1;
  const language = a.language === b.language ? own : 0;
  return 0.45 * (shared / all) + 0.35 * language + 0.2 * Math.exp(-Math.abs(a.year - b.year) / 8);
}

function readKnown(films: readonly Row[], links: readonly Row[]): Known[] {
  const byId = new Map(films.map((film) => [film.id, film]));
  return links.flatMap(({ movieId = '', tmdbId = '' }) => {
    const film = byId.get(tmdbId);
    if (film?.genres === undefined) return [];
    return [
      {
        movie: Number(movieId),
        genres: [...film.genres.matchAll(/'name': '([^']+)'/gu)].map((match) => match[1] ?? ''),
        language: film.original_language ?? '',
        year: Number(film.release_date?.slice(0, 4)),
        votes: Number(film.vote_count),
        mean: Number(film.vote_average),
      },
    ];
  });
}

/**
 * Invents the ratings of the sample. Each person likes films similar to four favourites and knows famous films better. Seeded: every
 * call returns the same text. No real person's ratings are in it.
 */
export function inventRatings(known: readonly Known[]): string {
  const random = seededRandom(20_261_122);
  const lines = ['userId,movieId,rating,timestamp'];
  for (let person = 1; person <= PEOPLE; person++) {
    const loved = [0, 1, 2, 3].flatMap(() => known[Math.floor(random() * known.length)] ?? []);
    const drawn = known
      .map((film) => {
        const taste = Math.max(...loved.map((one) => kinship(one, film)));
        return { film, taste, key: random() ** (1 / (film.votes ** 0.7 * (0.2 + 3 * taste) ** 4)) };
      })
      .sort((a, b) => b.key - a.key)
      .slice(0, LEAST + Math.floor(random() * (MOST - LEAST)))
      .sort((a, b) => a.film.movie - b.film.movie);
    for (const { film, taste } of drawn) {
      const stars = film.mean / 2 - 0.8 + 1.6 * taste + 1.2 * (random() - 0.5);
      const rounded = Math.min(5, Math.max(0.5, Math.round(stars * 2) / 2));
      lines.push(`${person},${film.movie},${rounded.toFixed(1)},${1_000_000_000 + person}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The contents of data/sample/ratings_small.csv. */
export const inventedRatings = () => inventRatings(readKnown(read('movies_metadata.csv'), read('links.csv')));

if (process.argv[1]?.endsWith('make-ratings.ts') === true)
  writeFileSync(new URL('ratings_small.csv', import.meta.url), inventedRatings());
