import { join } from 'node:path';
import { createRandom, drawQuantile, type Quantiles, type Random, weighted, zipfWeights } from './random.ts';
import { writeLines } from './raw-format.ts';

/** Ratings of one person in the full MovieLens file: a hundred on average, thousands for a few people. */
const RATED: Quantiles = [
  [0, 1],
  [0.1, 4],
  [0.25, 15],
  [0.5, 30],
  [0.75, 80],
  [0.9, 190],
  [0.99, 700],
  [1, 4000],
];

/** Every film belongs to one taste. A person has a few tastes and draws half of their films from them. */
const TASTES = 40;
const OWN_TASTES = 3;
const OWN_SHARE = 0.5;

const STARS = Array.from({ length: 11 }, (_, half) => (half / 2).toFixed(1));

/** 1996 to 2017, in seconds since 1970. */
const [FIRST_TIME, LAST_TIME] = [820_454_400, 1_501_545_600];

/**
 * Writes links.csv and ratings.csv in the format of MovieLens: ordered by person, then by film, and with a similar
 * distribution of ratings over films. The same films (TMDB ids), number of people and seed give the same bytes.
 */
export async function writeRatings(
  folder: string,
  { films, people }: { films: readonly number[]; people: number },
  seed: number,
): Promise<void> {
  await writeLines(join(folder, 'links.csv'), generateLinks(films));
  await writeLines(join(folder, 'ratings.csv'), generateRatings(createRandom(seed), films.length, people));
}

function* generateLinks(films: readonly number[]): Generator<string> {
  yield 'movieId,imdbId,tmdbId\n';
  for (const [at, film] of films.entries()) yield `${at + 1},${String(at + 1).padStart(7, '0')},${film}\n`;
}

function* generateRatings(random: Random, films: number, people: number): Generator<string> {
  yield 'userId,movieId,rating,timestamp\n';
  const tastes = Array.from({ length: films }, () => random.whole(0, TASTES - 1));
  const quality = Array.from({ length: films }, () => random.next() - random.next());
  const draw = drawFilms(random, tastes);
  for (let person = 1; person <= people; person++) {
    const own = Array.from({ length: OWN_TASTES }, () => random.whole(0, TASTES - 1));
    const rated = new Set<number>();
    const count = Math.min(drawQuantile(random, RATED), films >> 1);
    while (rated.size < count) rated.add(draw(own));
    let time = random.whole(FIRST_TIME, LAST_TIME);
    for (const film of [...rated].sort((a, b) => a - b)) {
      const liking = (quality[film] ?? 0) + (own.includes(tastes[film] ?? 0) ? 0.4 : -0.2);
      const stars = 3.5 + liking + 1.2 * (random.next() - random.next());
      time += random.whole(1, 30);
      yield `${person},${film + 1},${STARS[Math.min(10, Math.max(1, Math.round(2 * stars)))]},${time}\n`;
    }
  }
}

/** Draws films by popularity, half of them from the person's own tastes. */
function drawFilms(random: Random, tastes: readonly number[]): (own: readonly number[]) => number {
  const popularity = zipfWeights(tastes.length, 1.6, 150);
  const drawAny = weighted(popularity);
  const ofTaste = Array.from({ length: TASTES }, (_, taste) => {
    const films = tastes.flatMap((other, film) => (other === taste ? [film] : []));
    const draw = weighted(films.map((film) => popularity[film] ?? 0));
    return () => films[draw(random)] ?? 0;
  });
  return (own) => {
    const taste = own[random.whole(0, OWN_TASTES - 1)] ?? 0;
    return random.chance(OWN_SHARE) ? (ofTaste[taste]?.() ?? 0) : drawAny(random);
  };
}
