const LETTERS: Record<string, string> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/**
 * The search key of a title or a name: lower case, without accents and punctuation, with single spaces.
 * "¿Quién engañó a Roger Rabbit?" becomes "quien engano a roger rabbit". Letters of every script are kept.
 * A text of punctuation only ("$", "…") keeps it, so that no title has an empty key.
 */
export function fold(text: string): string {
  const letters = ASCII.test(text) ? text.toLowerCase() : plainLetters(text);
  const plain = letters
    .replace(/['’`´.*]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return plain === '' ? text.trim().toLowerCase() : plain;
}

/** Fast path: most names are ASCII and need no normalisation. */
const ASCII = /^[ -~]*$/;

const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[øæœßđðþłı]/g, (letter) => LETTERS[letter] ?? letter);
