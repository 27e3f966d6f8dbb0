/** Returns a text in lower case and without accents, letter for letter, so that places in it stay the same. */
export const fold = (text: string): string =>
  text.replace(/[\u00C0-\u024F]/g, (letter) => letter.normalize('NFD')[0] ?? letter).toLowerCase();
