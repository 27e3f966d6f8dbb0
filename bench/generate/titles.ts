import {
  createRandom,
  drawQuantile,
  type Quantiles,
  type Random,
  weighted,
  weightedItems,
  zipfWeights,
} from './random.ts';
import { capital, inventForeignWord, inventVocabulary } from './words.ts';

/** The properties of a film that the search uses. */
export interface GeneratedTitle {
  title: string;
  year: number;
  votes: number;
}

/** The most common words of real titles with their shares. All other words are invented. */
const common: readonly (readonly [string, number])[] = [
  ['of', 0.0365],
  ['a', 0.0166],
  ['in', 0.0125],
  ['and', 0.012],
  ['to', 0.0078],
  ['man', 0.0047],
  ['love', 0.0047],
  ['for', 0.0044],
  ['on', 0.0043],
  ['my', 0.004],
  ['&', 0.0034],
  ['story', 0.0029],
  ['from', 0.0029],
  ['night', 0.0028],
  ['life', 0.0028],
  ['last', 0.0026],
  ['with', 0.0025],
  ['girl', 0.0022],
  ['day', 0.002],
  ['-', 0.0019],
];
const commonShare = common.reduce((sum, [, share]) => sum + share, 0);

/** The number of words of a title without its article. */
const titleLength = weightedItems(
  [
    [1, 18],
    [2, 30],
    [3, 23],
    [4, 14],
    [5, 8],
    [6, 4],
    [7, 2],
    [8, 1],
  ],
  2,
);
const article = weightedItems(
  [
    ['The', 30],
    ['A', 3],
    ['La', 2],
    ['El', 1],
    ['Le', 1],
    ['', 63],
  ],
  '',
);
const sequel = weightedItems(
  [
    [' 2', 20],
    [' II', 12],
    [' 3', 9],
    [' III', 6],
    [': Part 2', 3],
    [' IV', 2],
    [' 4', 3],
    [' 1984', 1],
    [' Returns', 4],
  ],
  ' 2',
);
const votes: Quantiles = [
  [0, 0],
  [0.1, 1],
  [0.25, 3],
  [0.5, 10],
  [0.75, 34],
  [0.9, 160],
  [0.95, 434],
  [0.99, 2185],
  [0.999, 6559],
  [1, 14_075],
];
const years: Quantiles = [
  [0, 1895],
  [0.02, 1920],
  [0.1, 1944],
  [0.25, 1978],
  [0.5, 2001],
  [0.75, 2010],
  [1, 2020],
];

/** Titles that a later film may repeat or continue. */
const MAX_EARLIER = 5000;

/**
 * Titles of `count` invented films: one to eight words with the frequencies of a language, with articles, sequels, repeated
 * titles, accents and other scripts. The same seed gives the same titles.
 */
export function* generateTitles(count: number, seed: number): Generator<GeneratedTitle> {
  const random = createRandom(seed);
  const drawTitle = titleMaker(random, count);
  const earlier: string[] = [];
  for (let made = 0; made < count; made++) {
    const title = earlier.length > 0 && random.chance(0.11) ? repeatOrContinue(random, earlier) : drawTitle();
    earlier[made < MAX_EARLIER ? made : random.whole(0, MAX_EARLIER - 1)] = title;
    yield { title, year: drawQuantile(random, years), votes: drawQuantile(random, votes) };
  }
}

/** The title of an earlier film, or of its sequel. */
function repeatOrContinue(random: Random, earlier: readonly string[]): string {
  const title = earlier[random.whole(0, earlier.length - 1)] ?? '';
  return random.chance(0.6) ? title : title.replace(/ (\d|I+V?|Returns|\d{4})$/, '') + sequel(random);
}

function titleMaker(random: Random, count: number): () => string {
  // The vocabulary grows more slowly than the titles: 27,000 words for 45,000 titles, 214,000 for a million.
  const words = inventVocabulary(random, Math.round(45 * count ** 0.6));
  const drawRank = weighted(zipfWeights(words.length, 0.95));
  const drawCommon = weightedItems(common, 'of');
  const drawWord = () => {
    const word = random.chance(commonShare) ? drawCommon(random) : (words[drawRank(random)] ?? 'film');
    return word.length > 3 || word === 'man' || word === 'day' ? capital(word) : word;
  };
  return () => {
    const length = titleLength(random);
    if (random.chance(0.01))
      return Array.from({ length: Math.min(length, 3) }, () => inventForeignWord(random)).join(' ');
    const body = Array.from({ length }, (_, place) => {
      const word = drawWord();
      const isInside = place > 0 && place < length - 1;
      return isInside ? word : capital(/^[-&]$/.test(word) ? 'Film' : word);
    }).join(' ');
    return punctuate(random, `${article(random)} ${body}`.trim());
  };
}

/** Adds a colon, an apostrophe, a question mark or an exclamation mark to one title in ten. */
function punctuate(random: Random, title: string): string {
  const draw = random.next();
  if (draw < 0.04) return title.replace(/(\w{3}) /, '$1: ');
  if (draw < 0.08) return title.replace(/(\w{3}) /, "$1's ");
  if (draw < 0.09) return `${title}?`;
  return draw < 0.1 ? `${title}!` : title;
}
