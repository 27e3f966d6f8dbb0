import { type Random, weighted, weightedItems, zipfWeights } from './random.ts';
import { capital, inventForeignWord, inventVocabulary } from './words.ts';

export interface Person {
  id: number;
  name: string;
  gender: number;
  /** The path of a picture. 60 % of the people have none. */
  picture: string | null;
}

const gender = weightedItems(
  [
    [0, 55],
    [1, 15],
    [2, 30],
  ],
  0,
);

/**
 * Invented people with names of one to three parts, with apostrophes, accents, initials and other scripts. Some share a
 * name.
 */
export function inventPeople(random: Random, count: number): Person[] {
  const first = inventVocabulary(random, Math.round(20 + count / 40)).map(capital);
  const last = inventVocabulary(random, Math.round(40 + count / 8)).map(capital);
  const drawFirst = weighted(zipfWeights(first.length, 0.9, 20));
  const drawLast = weighted(zipfWeights(last.length, 0.7, 50));
  const name = () =>
    styled(random, first[drawFirst(random)] ?? 'Ana', () => last[drawLast(random)] ?? 'Nadie');
  return Array.from({ length: count }, (_, position) => ({
    id: 2 + position * 4 + random.whole(0, 3),
    name: name(),
    gender: gender(random),
    picture: random.chance(0.4) ? picturePath(random) : null,
  }));
}

/** Styles of names, by their share of a thousand names. */
const styles = weightedItems<
  'plain' | 'irish' | 'initial' | 'nickname' | 'both quotes' | 'hard space' | 'foreign' | 'one word'
>(
  [
    ['plain', 911],
    ['irish', 14],
    ['initial', 45],
    ['nickname', 4],
    ['both quotes', 3],
    ['hard space', 3],
    ['foreign', 10],
    ['one word', 10],
  ],
  'plain',
);

function styled(random: Random, given: string, drawFamily: () => string): string {
  const family = drawFamily();
  switch (styles(random)) {
    case 'irish':
      return `${given} O'${family}`;
    case 'initial':
      return `${given} ${family.charAt(0)}. ${drawFamily()}`;
    case 'nickname':
      return `${given} "${capital(given.slice(0, 4))}" ${family}`;
    case 'both quotes':
      return `${given} "${family.slice(0, 3)}'" ${family}`;
    case 'hard space':
      return `${given}\u00a0${family}`;
    case 'foreign':
      return `${inventForeignWord(random)} ${inventForeignWord(random)}`;
    case 'one word':
      return given;
    default:
      return `${given} ${family}`;
  }
}

/** Draws people. Those at the start of the list appear in hundreds of films, most in one. */
export function castingOf(people: readonly Person[]): (random: Random) => Person | undefined {
  return (random) => people[Math.floor(people.length * random.next() ** 2.2)];
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The path of a picture in the format of TMDB: 27 letters and digits. */
export function picturePath(random: Random): string {
  let name = '/';
  for (let at = 0; at < 27; at++) name += letters[random.whole(0, letters.length - 1)];
  return `${name}.jpg`;
}

/** A credit id in the format of TMDB: 24 hexadecimal digits. */
export function creditId(random: Random): string {
  const half = () => random.whole(0, 0xffffffff).toString(16).padStart(8, '0');
  return `52fe${half()}${half()}${half().slice(4)}`;
}
