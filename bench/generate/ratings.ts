import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { drawQuantile, type Quantiles, weighted, zipfWeights } from './distributions.ts';
import { createRandom, type Random } from './random.ts';
import { inPieces } from './write-lines.ts';

/** How many people of the full MovieLens file rate how many films: a hundred in the mean, a few of them thousands. */
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

/** Films are of so many tastes; a person has a few, and draws half of the films from them. */
const TASTES = 40;
const OWN_TASTES = 3;
const OWN_SHARE = 0.5;

const STARS = Array.from({ length: 11 }, (_, half) => (half / 2).toFixed(1));

/** Seconds of 1996 to 2017. */
const [FIRST_TIME, LAST_TIME] = [820_454_400, 1_501_545_600];

/**
 * Writes links.csv and ratings.csv as MovieLens has them into a folder: people in order, their films in order, the films
 * as unevenly seen as there. The same films (TMDB ids), number of people and seed give the same bytes.
 */
export async function writeRatings(
  folder: string,
  { films, people }: { films: readonly number[]; people: number },
  seed: number,
): Promise<void> {
  const files: readonly (readonly [string, Iterable<string>])[] = [
    ['links.csv', generateLinks(films)],
    ['ratings.csv', generateRatings(createRandom(seed), films.length, people)],
  ];
  for (const [name, lines] of files)
    await pipeline(Readable.from(inPieces(lines)), createWriteStream(join(folder, name)));
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
    const seen = new Set<number>();
    const many = Math.min(drawQuantile(random, RATED), films >> 1);
    while (seen.size < many) seen.add(draw(own));
    let time = random.whole(FIRST_TIME, LAST_TIME);
    for (const film of [...seen].sort((a, b) => a - b)) {
      const liking = (quality[film] ?? 0) + (own.includes(tastes[film] ?? 0) ? 0.4 : -0.2);
      const stars = 3.5 + liking + 1.2 * (random.next() - random.next());
      time += random.whole(1, 30);
      yield `${person},${film + 1},${STARS[Math.min(10, Math.max(1, Math.round(2 * stars)))]},${time}\n`;
    }
  }
}

/** Draws films by fame, half of them among those of a person's own tastes. */
function drawFilms(random: Random, tastes: readonly number[]): (own: readonly number[]) => number {
  const fame = zipfWeights(tastes.length, 1.6, 150);
  const drawAny = weighted(fame);
  const ofTaste = Array.from({ length: TASTES }, (_, taste) => {
    const films = tastes.flatMap((other, film) => (other === taste ? [film] : []));
    const draw = weighted(films.map((film) => fame[film] ?? 0));
    return () => films[draw(random)] ?? 0;
  });
  return (own) => {
    const taste = own[random.whole(0, OWN_TASTES - 1)] ?? 0;
    return random.chance(OWN_SHARE) ? (ofTaste[taste]?.() ?? 0) : drawAny(random);
  };
}
