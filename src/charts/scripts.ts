const WRITABLE =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether the fonts that ship with the project (src/charts/fonts.ts) have every letter of a text. */
export const canWrite = (text: string) => WRITABLE.test(text);
