/** Spellings of numbers and their digits: "rocky 2" matches "Rocky II". */
const NUMERALS = new Map(
  Object.entries({
    ii: '2',
    iii: '3',
    iv: '4',
    v: '5',
    vi: '6',
    vii: '7',
    viii: '8',
    ix: '9',
    x: '10',
    xi: '11',
    xii: '12',
    xiii: '13',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    thirteen: '13',
    dos: '2',
    tres: '3',
    cuatro: '4',
    cinco: '5',
    seis: '6',
    siete: '7',
    ocho: '8',
    nueve: '9',
    diez: '10',
    once: '11',
    doce: '12',
    trece: '13',
  }),
);

const ARTICLES = new Set(
  'the a an el la los las un una unos unas le les l il lo gli i der die das ein eine o os as um uma'.split(
    ' ',
  ),
);

/** The words of a folded text. */
export const wordsOf = (folded: string): string[] => folded.split(' ');

/** The canonical form of a word, under which it is compared: digits for numerals, else the word. */
export const canonical = (word: string): string => NUMERALS.get(word) ?? word;

/** A folded title without its leading or trailing article ("matrix the"); unchanged if it has none. */
export function withoutArticle(folded: string): string {
  const words = wordsOf(folded);
  if (words.length < 2) return folded;
  if (ARTICLES.has(words[0] ?? '')) return words.slice(1).join(' ');
  return ARTICLES.has(words.at(-1) ?? '') ? words.slice(0, -1).join(' ') : folded;
}

/** A folded text without spaces: "starwars". */
export const squash = (folded: string): string => folded.split(' ').join('');

/** Hyphenated words as one word: "spiderman" for "Spider-Man". */
export function joinedWords(title: string, fold: (text: string) => string): string[] {
  if (!/[-·'’]/u.test(title)) return [];
  const hyphenated = title.match(/[\p{L}\p{N}]+(?:[-·'’][\p{L}\p{N}]+)+/gu) ?? [];
  return hyphenated.map((words) => squash(fold(words)));
}
