import { drawQuantile, type Quantiles, type Random, weighted, weightedItems, zipfWeights } from './random.ts';

// Letters by their place in a syllable, with their frequencies in English.
const onsets = weightedItems(
  [...'s6 t6 m6 b6 d5 c6 r6 p5 l5 h5 f4 g4 w4 n4 k3 v2 j2 y1 z1'.split(' ')]
    .map((part): [string, number] => [part.slice(0, -1), Number(part.slice(-1))])
    .concat([
      ['st', 3],
      ['ch', 2],
      ['tr', 2],
      ['br', 2],
      ['sh', 2],
      ['gr', 1],
      ['pl', 1],
      ['th', 2],
      ['cl', 1],
      ['fr', 1],
      ['', 6],
    ]),
  '',
);
const vowels = weightedItems(
  [
    ['e', 24],
    ['a', 20],
    ['i', 16],
    ['o', 17],
    ['u', 8],
    ['ea', 4],
    ['ou', 3],
    ['ai', 2],
    ['ee', 3],
    ['oo', 2],
    ['y', 3],
  ],
  'e',
);
const codas = weightedItems(
  [
    ['', 40],
    ['n', 10],
    ['r', 9],
    ['s', 7],
    ['t', 6],
    ['l', 7],
    ['d', 4],
    ['m', 3],
    ['ck', 2],
    ['ng', 3],
    ['nt', 3],
    ['st', 2],
    ['ll', 2],
    ['rd', 1],
  ],
  '',
);

/** The lengths of the distinct words of real titles. */
const lengths: Quantiles = [
  [0, 2],
  [0.02, 3],
  [0.06, 4],
  [0.17, 5],
  [0.33, 6],
  [0.5, 7],
  [0.66, 8],
  [0.79, 9],
  [0.88, 10],
  [0.95, 11],
  [0.99, 13],
  [1, 18],
];

const accented: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü', n: 'ñ', c: 'ç' };

/** An invented word in lower case. 3 % have an accent. */
export function inventWord(random: Random, length = drawQuantile(random, lengths)): string {
  let word = '';
  while (word.length < length) word += onsets(random) + vowels(random) + codas(random);
  word = word.slice(0, length);
  return random.chance(0.03) ? word.replace(/[aeiounc]/, (letter) => accented[letter] ?? letter) : word;
}

/** Distinct invented words. Short ones are more frequent at the start, as in a ranking of words by frequency. */
export function inventVocabulary(random: Random, count: number): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const isFrequent = words.size < count / 20;
    words.add(isFrequent ? inventWord(random, random.whole(3, 8)) : inventWord(random));
  }
  return [...words];
}

type Range = readonly [from: number, to: number];
const scripts: readonly [Range, ...Range[]] = [
  [0x3042, 0x3093],
  [0x4e00, 0x5fff],
  [0x0430, 0x044f],
  [0xac00, 0xd000],
  [0x0627, 0x064a],
];

/** A word in another script: kana, Han, Cyrillic, Hangul or Arabic. */
export function inventForeignWord(random: Random): string {
  const [from, to] = random.pick(scripts);
  return Array.from({ length: random.whole(2, 6) }, () => String.fromCodePoint(random.whole(from, to))).join(
    '',
  );
}

/** The word with an initial capital. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const frequent = 'the of a and to in his is with her on for by an he when from as who that'.split(' ');

/** Makes sentences of invented words, at least `length` characters, some with quotes, apostrophes, line breaks and dashes. */
export function createProse(random: Random): (length: number) => string {
  const words = [...frequent, ...inventVocabulary(random, 20_000)];
  const draw = weighted(zipfWeights(words.length));
  const word = () => words[draw(random)] ?? 'the';
  return (length) => {
    let text = capital(word());
    while (text.length < length) text += ornament(random, word());
    return `${text}.`;
  };
}

function ornament(random: Random, word: string): string {
  const kind = random.next();
  if (kind < 0.06) return `. ${capital(word)}`;
  if (kind < 0.12) return `, ${word}`;
  if (kind < 0.13) return ` ${word}'s`;
  if (kind < 0.132) return ` "${word}"`;
  if (kind < 0.134) return ` – ${word}`;
  return kind < 0.1343 ? `\n${capital(word)}` : ` ${word}`;
}
