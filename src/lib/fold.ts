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
 * The key under which a title or a name is found: lower case, no accents, no punctuation, single spaces.
 * "¿Quién engañó a Roger Rabbit?" gives "quien engano a roger rabbit". Letters of every script stay.
 * A text made of punctuation only ("$", "…") keeps it, so that no title has an empty key.
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

/** Most names are: nothing in them needs to be taken apart. */
const ASCII = /^[ -~]*$/;

const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[øæœßđðþłı]/g, (letter) => LETTERS[letter] ?? letter);
