const segmenter = new Intl.Segmenter();
const plain = /^[\x20-\x7e]*$/;
const invisible = /^[\p{M}\p{Cc}\p{Cf}]+$/u;
const emoji = /^\p{Emoji_Presentation}|^\p{Emoji}\uFE0F|^\p{Emoji_Modifier_Base}\p{Emoji_Modifier}/u;
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u;

/** Returns the characters of a text as a person counts them: a flag or a family is one. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Returns how many columns a text takes in a terminal. It has no control characters in it. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  return graphemes(text).reduce((sum, one) => sum + columnsOf(one), 0);
}

function columnsOf(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  if (emoji.test(grapheme) || wide.test(grapheme)) return 2;
  return 1;
}
