import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter();

/** Returns the characters of a text as a person counts them: a flag or a family is one. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Returns how many columns a text takes in a terminal. */
export const widthOf = (text: string): number => stringWidth(text);
